import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, AuthorityActor } from '#lib/domain/actor/actor.ts';
import { askEmployer } from '#lib/server/evidence/ask-employer.ts';
import { judgeEvidence } from '#lib/server/evidence/judge-evidence.ts';
import {
  type Claimed,
  type EvidenceStage,
  NOW,
  openEvidenceStage,
} from '#lib/server/evidence/testing/evidence-stage.ts';
import { newId } from '#lib/server/ids.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { reviewOutcome } from '#lib/server/outcome/review-outcome.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

// Work since 2 March; a pay slip that shows it through 31 May; today is 10 July 2026.
let stage: EvidenceStage;
let claimed: Claimed;
let evidenceId: string;
beforeAll(async () => {
  stage = await openEvidenceStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  claimed = await stage.claimed();
  const added = await stage.add(claimed.outcomeId);
  evidenceId = added.ok ? added.value.evidenceId : '';
});

async function approve(verifiedLastDay: string, reason = '', actor: Actor = stage.reviewer) {
  const { outcomeId } = claimed;
  const { version } = await stage.owner.outcome.findUniqueOrThrow({ where: { id: outcomeId } });
  const input = { outcomeId, version, decision: 'approve', verifiedLastDay, reason };
  return await stage.run(decideOnOutcome, input, { actor, now: NOW });
}
const judge = (verdict: 'accept' | 'decline', actor: Actor = stage.reviewer) =>
  stage.run(
    judgeEvidence,
    {
      outcomeId: claimed.outcomeId,
      version: 1,
      pieces: [{ evidenceId, verdict, reason: 'Den gäller någon annan.' }],
    },
    { actor, now: NOW },
  );
const SEEN = 'Arbetsgivaren visade kontraktet vid besök.';
const beyond = (reach: RegExp) => ({
  ok: false,
  error: {
    problem: {
      status: 422,
      errors: [
        {
          pointer: '/verifiedLastDay',
          code: 'verifiedBeyondEvidence',
          message: expect.stringMatching(reach),
        },
      ],
    },
  },
});

describe('the day through which an outcome is verified', () => {
  it('follows from the evidence that a reviewer has accepted', async () => {
    expect(await approve('2026-05-31')).toMatchObject(beyond(/^Inget underlag är godtaget/));
    expect((await judge('accept')).ok).toBe(true);
    expect(await approve('2026-06-01')).toMatchObject(beyond(/till och med 31 maj 2026/));
    expect((await approve('2026-05-31')).ok).toBe(true);
    expect((await approve('2026-04-30')).ok).toBe(true);
  });

  it('falls back where what was accepted is declined', async () => {
    await judge('accept');
    expect((await judge('decline')).ok).toBe(true);
    expect(await approve('2026-05-31')).toMatchObject(beyond(/^Inget underlag är godtaget/));
    expect((await approve('')).ok).toBe(true);
  });

  it('is set further by what the reviewer has seen outside the portal, with the reason kept and read', async () => {
    await judge('accept');
    expect(await approve('2026-06-30', 'Kort')).toMatchObject(beyond(/31 maj 2026/));
    expect((await approve('2026-06-30', SEEN)).ok).toBe(true);
    const { outcomeId } = claimed;
    const page = await stage.read(reviewOutcome, { outcomeId }, { actor: stage.reviewer, now: NOW });
    expect(page.ok && page.value.decisions[0]).toMatchObject({ reason: SEEN, verifiedThrough: '2026-07-01' });
  });

  it('is held by the database, too: without a reason it is no further than accepted evidence', async () => {
    const write = (verified: string, reason: string | null) =>
      stage.owner
        .$executeRaw`INSERT INTO outcome_decision (id, outcome_id, decision, verified_through, reason, decided_by_person_id, decided_at)
        VALUES (${newId()}::uuid, ${claimed.outcomeId}::uuid, 'approve', ${verified}::date, ${reason}, ${stage.reviewer.personId}::uuid, now())`;
    const refused = 'what no accepted evidence covers is approved with a reason';
    await expect(write('2026-06-01', null)).rejects.toThrow(refused);
    await judge('accept');
    await expect(write('2026-06-02', '  ')).rejects.toThrow(refused);
    await expect(write('2026-06-01', null)).resolves.toBe(1);
    await expect(write('2026-06-02', SEEN)).resolves.toBe(1);
  });
});

describe('nobody decides on what they handed in', () => {
  /** The same person, as a reviewer. */
  const alsoReviewer = ({ personId: id, givenName, familyName }: AuthorityActor | EvidenceStage['coach']) =>
    buildAuthorityActor(stage.owner, 'reviewer', { person: { id, givenName, familyName } });
  const own = { error: { problem: { status: 403, errors: [{ code: 'ownSubmission' }] } } };
  const decidedBy = (personId: string) =>
    stage.owner
      .$executeRaw`INSERT INTO outcome_decision (id, outcome_id, decision, decided_by_person_id, decided_at)
      VALUES (${newId()}::uuid, ${claimed.outcomeId}::uuid, 'approve', ${personId}::uuid, now())`;

  it('a file: neither of it nor of the outcome, in the portal and in the database', async () => {
    const giver = await alsoReviewer(stage.coach);
    expect(await judge('accept', giver)).toMatchObject(own);
    expect(await approve('', '', giver)).toMatchObject(own);
    const { outcomeId } = claimed;
    const page = await stage.read(reviewOutcome, { outcomeId }, { actor: giver, now: NOW });
    expect(page.ok && page.value.ownSubmission).toBe(true);
    await expect(decidedBy(giver.personId)).rejects.toThrow('nobody decides on their own submission');
  });

  it('a question to the employer, until it is taken back', async () => {
    const asker = await stage.staff('reporter');
    const { outcomeId } = claimed;
    const contact = {
      employment: '0',
      email: 'berit@bageriet.example.se',
      contactName: 'Berit',
      locale: 'sv',
    };
    const asked = await stage.run(askEmployer, { outcomeId, ...contact }, { actor: asker, now: NOW });
    const confirmationId = asked.ok ? asked.value.confirmationId : '';
    const both = await alsoReviewer(asker);
    expect(await judge('accept', both)).toMatchObject(own);
    expect(await approve('', '', both)).toMatchObject(own);
    await expect(decidedBy(both.personId)).rejects.toThrow('nobody decides on their own submission');
    await expect(
      stage.owner.evidenceDecision.create({
        data: {
          id: newId(),
          evidenceId,
          outcomeId,
          accepted: true,
          decidedByPersonId: both.personId,
          decidedAt: NOW,
        },
      }),
    ).rejects.toThrow('nobody judges what they submitted');
    await stage.owner.employerConfirmation.update({
      where: { id: confirmationId },
      data: { endedAt: NOW, endedAs: 'revoked', endedByPersonId: asker.personId },
    });
    expect((await judge('accept', both)).ok).toBe(true);
  });

  it('and whoever judged the evidence decides on the outcome: both are the review', async () => {
    const judging = await buildAuthorityActor(stage.owner, 'reviewer');
    expect((await judge('accept', judging)).ok).toBe(true);
    expect((await approve('2026-05-31', '', judging)).ok).toBe(true);
  });
});
