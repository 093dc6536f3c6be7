import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import type { HeldKind } from '#lib/domain/review/case.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import {
  buildStage,
  type CorrectionStage,
  decide,
  draftCorrection,
  LATER,
  sendMonth,
  type Sent,
  signCorrection,
} from '#lib/server/report/correction/testing/correction-stage.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { decideReportCorrection } from '#lib/server/report/correction/decide-correction.ts';
import { caseDesk } from '#lib/server/review/bench/case-desk.ts';
import { handBackCase, handOverCase, takeCase } from '#lib/server/review/case/case-commands.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

// Reports say themselves who has taken them; corrections and outcomes are taken beside. All are decided by whoever has them alone.
let stage: CorrectionStage;
let third: AuthorityActor;
let sent: Sent;
beforeAll(async () => {
  stage = await buildStage();
  third = await buildAuthorityActor(stage.world.owner, 'reviewer');
});
afterAll(() => stage.close());
beforeEach(async () => {
  sent = await sendMonth(stage.world);
});

const RUN = {
  as: (actor: AuthorityActor) => ({ actor, now: LATER }),
  write: (actor: AuthorityActor, ...statements: readonly string[]) =>
    inTransaction(stage.world.app, actor, async (tx) => {
      for (const statement of statements) await tx.$executeRawUnsafe(statement);
    }),
};

/** A case of the kind that waits, and the statement by which somebody rejects it. */
async function waiting(kind: HeldKind): Promise<{ readonly id: string; readonly decision: string }> {
  const { owner } = stage.world;
  if (kind === 'outcome') {
    const id = newId();
    await owner.$executeRawUnsafe(`INSERT INTO outcome (id, placement_id, number, type, "from", signalled_on, submitted_at, status)
      VALUES ('${id}', '${sent.placement.id}', 1, 'employment', '2026-04-10', '2026-04-12', now(), 'submitted')`);
    const decision = `INSERT INTO outcome_decision (id, outcome_id, decision, decided_by_person_id, decided_at, reason)
      VALUES ('${newId()}', '${id}', 'reject', app.person_id(), '${LATER.toISOString()}', 'Uppgifterna stämmer inte.')`;
    return { id, decision };
  }
  if (kind === 'periodicReport') {
    const decision = `INSERT INTO review_decision (id, report_id, decision, decided_by_person_id, decided_at)
      VALUES ('${newId()}', '${sent.reportId}', 'approve', app.person_id(), '${LATER.toISOString()}')`;
    return { id: sent.reportId, decision };
  }
  await decide(stage.world, third, sent.reportId, 'approve');
  await draftCorrection(stage.world, sent, 360);
  const signed = await signCorrection(stage.world, sent);
  if (!signed.ok) throw new Error(JSON.stringify(signed.error));
  const { id } = await owner.reportCorrection.findFirstOrThrow({ where: { reportId: sent.reportId } });
  const decision = `UPDATE report_correction SET status = 'rejected', decided_by_person_id = app.person_id(), version = version + 1,
    decided_at = '${LATER.toISOString()}', reason_code = 'minutes', decision_reason = 'Loggen säger något annat.' WHERE id = '${id}'`;
  return { id, decision };
}

const codeOf = (result: { ok: true } | { ok: false; error: { problem: { code: string } } }) =>
  result.ok ? 'ok' : result.error.problem.code;
const takingOf = (id: string) => stage.world.owner.reviewTaking.findFirst({ where: { subjectId: id } });

describe.each(['correction', 'outcome'] as const)('a taken %s', (kind) => {
  let id: string;
  let decision: string;
  beforeEach(async () => {
    ({ id, decision } = await waiting(kind));
    const taken = await stage.world.run(takeCase, { kind, id }, RUN.as(stage.reviewer));
    if (!taken.ok) throw new Error(JSON.stringify(taken.error));
  });

  test('is its taker’s until it is handed back; then anybody’s', async () => {
    const { world, reviewer, colleague } = stage;
    expect(await takingOf(id)).toMatchObject({ kind, personId: reviewer.personId, takenAt: LATER });
    expect(codeOf(await world.run(takeCase, { kind, id }, RUN.as(colleague)))).toBe('takenByColleague');
    expect(codeOf(await world.run(handBackCase, { kind, id }, RUN.as(colleague)))).not.toBe('ok');
    expect(codeOf(await world.run(handBackCase, { kind, id }, RUN.as(reviewer)))).toBe('ok');
    expect(await takingOf(id)).toBeNull();
    expect(codeOf(await world.run(takeCase, { kind, id }, RUN.as(colleague)))).toBe('ok');
  });

  test('is handed to a colleague, who is told and has it from then on', async () => {
    const { world, reviewer, colleague } = stage;
    const over = (to: AuthorityActor) => ({ kind, id, toPersonId: to.personId, word: 'Du känner kontoret.' });
    expect(codeOf(await world.run(handOverCase, over(reviewer), RUN.as(colleague)))).not.toBe('ok');
    expect(codeOf(await world.run(handOverCase, over(reviewer), RUN.as(reviewer)))).not.toBe('ok');
    expect(codeOf(await world.run(handOverCase, over(colleague), RUN.as(reviewer)))).toBe('ok');
    expect(await takingOf(id)).toMatchObject({ personId: colleague.personId });
    const told = { personId: colleague.personId, event: 'caseHandedOver', subjectId: id };
    expect(await world.owner.notification.count({ where: told })).toBe(1);
    expect(codeOf(await world.run(handBackCase, { kind, id }, RUN.as(reviewer)))).not.toBe('ok');
  });

  test('changes hands in the database by whoever has it, told in the same transaction, to a reviewer', async () => {
    const { reviewer, colleague } = stage;
    const to = (personId: string) =>
      `UPDATE review_taking SET person_id = '${personId}' WHERE subject_id = '${id}'`;
    const tell = (from: string, personId: string) =>
      `INSERT INTO review_hand_over (id, kind, subject_id, from_person_id, to_person_id, word, at)
        VALUES ('${newId()}', '${kind}', '${id}', '${from}', '${personId}', '', now())`;
    const mine = [tell(colleague.personId, third.personId), to(third.personId)];
    await expect(RUN.write(colleague, ...mine)).rejects.toThrow('in the own name');
    await expect(RUN.write(reviewer, to(colleague.personId))).rejects.toThrow('in the own name');
    await expect(RUN.write(colleague, tell(reviewer.personId, colleague.personId))).rejects.toThrow(
      'row-level security',
    );
    const signatory = sent.signatory.personId;
    await expect(RUN.write(reviewer, tell(reviewer.personId, signatory), to(signatory))).rejects.toThrow(
      'row-level security',
    );
    await RUN.write(colleague, `DELETE FROM review_taking WHERE subject_id = '${id}'`);
    expect(await takingOf(id)).toMatchObject({ personId: reviewer.personId });
    await RUN.write(reviewer, tell(reviewer.personId, colleague.personId), to(colleague.personId));
    expect(await takingOf(id)).toMatchObject({ personId: colleague.personId });
  });

  test('is nobody’s once it is decided', async () => {
    const { reviewer } = stage;
    const rest = kind === 'outcome' ? [`UPDATE outcome SET status = 'rejected' WHERE id = '${id}'`] : [];
    await RUN.write(reviewer, decision, ...rest);
    expect(await takingOf(id)).toBeNull();
  });
});

test.each(['periodicReport', 'correction', 'outcome'] as const)(
  'the database refuses a decision on a colleague’s %s, and lets whoever has it decide',
  async (kind) => {
    const { id, decision } = await waiting(kind);
    const taken = await stage.world.run(takeCase, { kind, id }, RUN.as(stage.reviewer));
    expect(codeOf(taken)).toBe('ok');
    await expect(RUN.write(stage.colleague, decision)).rejects.toThrow('a colleague has taken the case');
    const rest =
      kind === 'periodicReport'
        ? [
            `UPDATE report SET status = 'approved', taken_by_person_id = NULL, taken_at = NULL WHERE id = '${id}'`,
          ]
        : [];
    await RUN.write(stage.reviewer, decision, ...rest);
  },
);

test.each(['correction', 'outcome'] as const)(
  'who decides on a %s that a colleague has decided meanwhile is told how it stands, by whom and when',
  async (kind) => {
    const { id } = await waiting(kind);
    const why = {
      decision: 'reject',
      reasonCode: 'other',
      reason: 'Uppgifterna stämmer inte med underlaget.',
    };
    const { world, reviewer, colleague } = stage;
    const give = async (actor: AuthorityActor, version: number) =>
      kind === 'correction'
        ? await world.run(decideReportCorrection, { correctionId: id, version, ...why }, RUN.as(actor))
        : await world.run(decideOnOutcome, { outcomeId: id, version, ...why }, RUN.as(actor));
    const { version } =
      kind === 'correction'
        ? await world.owner.reportCorrection.findUniqueOrThrow({ where: { id } })
        : await world.owner.outcome.findUniqueOrThrow({ where: { id } });
    expect(codeOf(await give(reviewer, version))).toBe('ok');
    const { givenName, familyName } = reviewer;
    expect(await give(colleague, version)).toMatchObject({
      error: {
        problem: {
          status: 409,
          errors: [
            { code: 'status.rejected', message: expect.stringContaining('Ditt beslut är inte sparat.') },
            { code: 'changed.reject', message: expect.stringContaining(`${givenName} ${familyName} avslog`) },
          ],
        },
      },
    });
  },
);

describe('a taken final report', () => {
  let id: string;
  beforeEach(async () => {
    id = newId();
    const { owner } = stage.world;
    const [by, at] = [stage.reviewer.personId, LATER];
    await owner.$transaction([
      owner.document.create({
        data: {
          id,
          threadId: id,
          kind: 'finalReport',
          placementId: sent.placement.id,
          status: 'inReview',
          content: {},
          contentHash: 'a',
          submittedOn: at,
          submittedAt: at,
          desk: 'review',
          takenByPersonId: by,
          takenAt: at,
        },
      }),
      owner.documentEvent.create({ data: { id: newId(), documentId: id, act: 'taken', at } }),
    ]);
  });
  const takerOf = async () =>
    (await stage.world.owner.document.findUniqueOrThrow({ where: { id } })).takenByPersonId;

  test('is handed to a colleague, who is told, reads the word and has it from then on', async () => {
    const { world, reviewer, colleague } = stage;
    const kind = 'finalReport';
    const over = (to: AuthorityActor) => ({ kind, id, toPersonId: to.personId, word: 'Du känner kontoret.' });
    expect(codeOf(await world.run(handOverCase, over(third), RUN.as(colleague)))).toBe('takenByColleague');
    expect(codeOf(await world.run(handOverCase, over(colleague), RUN.as(reviewer)))).toBe('ok');
    expect(await takerOf()).toBe(colleague.personId);
    const told = { personId: colleague.personId, event: 'caseHandedOver', subjectId: id };
    expect(await world.owner.notification.findFirst({ where: told })).toMatchObject({
      path: `/review/documents/${id}`,
    });
    expect(await world.read(caseDesk, { kind, id }, RUN.as(colleague))).toMatchObject({
      value: { desk: { takenByPersonId: colleague.personId, handedOver: { word: 'Du känner kontoret.' } } },
    });
    expect(codeOf(await world.run(handOverCase, over(third), RUN.as(reviewer)))).toBe('takenByColleague');
  });

  test('changes hands in the database by whoever has it, told in the same transaction, and nothing else of it does', async () => {
    const { reviewer, colleague } = stage;
    const to = (person: AuthorityActor, more = '') =>
      `UPDATE document SET taken_by_person_id = '${person.personId}'${more} WHERE id = '${id}'`;
    const tell = (from: AuthorityActor, person: AuthorityActor) =>
      `INSERT INTO review_hand_over (id, kind, subject_id, from_person_id, to_person_id, word, at)
        VALUES ('${newId()}', 'finalReport', '${id}', '${from.personId}', '${person.personId}', '', now())`;
    await expect(RUN.write(reviewer, to(colleague))).rejects.toThrow('handed over by whoever has it');
    await expect(RUN.write(colleague, tell(colleague, third), to(third))).rejects.toThrow('whoever has it');
    await expect(
      RUN.write(reviewer, tell(reviewer, colleague), to(colleague, `, decision_reason = 'Nej'`)),
    ).rejects.toThrow('handed over by whoever has it');
    await RUN.write(reviewer, tell(reviewer, colleague), to(colleague));
    expect(await takerOf()).toBe(colleague.personId);
  });
});
