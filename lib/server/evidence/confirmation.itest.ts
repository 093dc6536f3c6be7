import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmployerActor } from '#lib/domain/actor/actor.ts';
import { answerConfirmation } from '#lib/server/evidence/answer-confirmation.ts';
import { askEmployer, resendConfirmation } from '#lib/server/evidence/ask-employer.ts';
import { employerOf, openConfirmation } from '#lib/server/evidence/open-confirmation.ts';
import { revokeConfirmation } from '#lib/server/evidence/revoke-confirmation.ts';
import { mailFor } from '#lib/server/evidence/send-confirmation-mail.ts';
import { showEvidence } from '#lib/server/evidence/show-evidence.ts';
import { confirmationSeal } from '#lib/server/evidence/confirmation-command.ts';
import {
  BAKERY,
  type Claimed,
  type EvidenceStage,
  NOW,
  openEvidenceStage,
} from '#lib/server/evidence/testing/evidence-stage.ts';
import { newId } from '#lib/server/ids.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';

let stage: EvidenceStage;
let worker: Database;
beforeAll(async () => {
  stage = await openEvidenceStage();
  worker = openDatabase(stage.workerUrl, 2);
});
afterAll(async () => {
  await worker.$disconnect();
  await stage.close();
});

const CONTACT = {
  employment: '0',
  email: 'berit@bageriet.example.se',
  contactName: 'Berit Berg',
  locale: 'sv',
};
const YES = { answer: 'confirmed', name: 'Berit Berg', role: 'Föreståndare', speaksFor: true };

async function ask(outcomeId: string, change: object = {}, now = NOW) {
  return await stage.run(askEmployer, { outcomeId, ...CONTACT, ...change }, { actor: stage.coach, now });
}
/** An outcome whose employer has been asked, with the link that it got. */
async function asked(): Promise<
  Claimed & { confirmationId: string; secret: string; employer: EmployerActor }
> {
  const claimed = await stage.claimed();
  const result = await ask(claimed.outcomeId);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { confirmationId } = result.value;
  const secret = await stage.mailedSecret(confirmationId);
  const employer = await employerOf(stage.app, secret);
  if (employer === null) throw new Error('The link leads nowhere');
  return { ...claimed, confirmationId, secret, employer };
}
const answer = (employer: EmployerActor, change: object = {}, given: { now?: Date; key?: string } = {}) =>
  stage.run(answerConfirmation, { ...YES, ...change }, { actor: employer, now: NOW, ...given });
async function stateOf(employer: EmployerActor, now = NOW): Promise<string> {
  const opened = await stage.read(openConfirmation, null, { actor: employer, now });
  return opened.ok ? opened.value.state : opened.error.code;
}
async function evidenceOf(outcomeId: string) {
  const page = await stage.read(showEvidence, { outcomeId }, { actor: stage.coach, now: NOW });
  if (!page.ok) throw new Error(page.error.code);
  return page.value;
}
const counts = async (): Promise<readonly number[]> => [
  await stage.owner.employerAnswer.count(),
  await stage.owner.evidence.count(),
];
const later = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

describe('an employer that is asked', () => {
  it('gets a link by mail that names nobody, and of which nothing but the hash is kept', async () => {
    const { confirmationId, secret, placement } = await asked();
    const sealed = Buffer.from(confirmationSeal().seal(confirmationId, secret)).toString('base64');
    const mail = await mailFor(worker, { confirmationId, sealed });
    expect(mail?.to).toBe(CONTACT.email);
    expect(mail?.text).toContain(`/confirm/${secret}`);
    const { givenName, familyName } = await stage.owner.person.findUniqueOrThrow({
      where: { id: placement.participant.person.id },
    });
    expect(mail?.text).not.toContain(givenName);
    expect(mail?.text).not.toContain(familyName);
    const { secretHash } = await stage.owner.employerConfirmation.findUniqueOrThrow({
      where: { id: confirmationId },
    });
    expect(secretHash).toHaveLength(32);
    const [left] = await stage.owner.$queryRaw<{ found: number }[]>`
      SELECT count(*)::int AS found FROM (SELECT data::text AS text FROM pgboss.job UNION ALL SELECT row_to_json(e)::text FROM audit_entry e
        UNION ALL SELECT row_to_json(k)::text FROM idempotency_key k UNION ALL SELECT row_to_json(c)::text FROM employer_confirmation c) x
      WHERE text LIKE ${`%${secret}%`}`;
    expect(left?.found).toBe(0);
  });

  it('sees whom it is about, and nothing else of the portal', async () => {
    const { employer, placement } = await asked();
    const opened = await stage.read(openConfirmation, null, { actor: employer, now: NOW });
    expect(opened).toMatchObject({
      ok: true,
      value: { state: 'open', asked: { ...BAKERY, from: '2026-03-02', extentPercent: 100 } },
    });
    expect(JSON.stringify(opened)).not.toMatch(/\d{12}/);
    const entries = await stage.owner.auditEntry.findMany({
      where: { action: 'employerConfirmation.open', actorKey: `employer:${employer.confirmationId}` },
    });
    expect(entries).toMatchObject([{ outcome: 'read', participantIds: [placement.participant.id] }]);
  });

  it('that confirms is evidence through the day it answers', async () => {
    const { employer, outcomeId } = await asked();
    expect(await answer(employer)).toMatchObject({ ok: true });
    const { items, offered } = await evidenceOf(outcomeId);
    expect(items).toMatchObject([
      {
        source: 'employer',
        covers: { from: '2026-03-02', to: '2026-07-11' },
        employerAnswer: { kind: 'confirmed', name: 'Berit Berg' },
      },
    ]);
    expect(offered).toEqual({ verifiedThrough: '2026-07-11', gaps: [] });
  });

  it('that tells of an end is shown as saying otherwise, and ends what a certificate covers', async () => {
    const { employer, outcomeId } = await asked();
    await stage.add(outcomeId, { typed: { from: '2026-03-02', through: '2026-07-10' } });
    const change = { answer: 'corrected', from: '2026-03-02', through: '2026-05-15', extentPercent: '100' };
    expect(await answer(employer, change)).toMatchObject({ ok: true });
    const { offered } = await evidenceOf(outcomeId);
    expect(offered.verifiedThrough).toBe('2026-05-16');
    expect(offered.gaps).toMatchObject([{ from: '2026-05-16', to: '2026-07-11', contradicted: true }]);
  });

  it('that denies covers nothing', async () => {
    const { employer, outcomeId } = await asked();
    expect(await answer(employer, { answer: 'denied' })).toMatchObject({ ok: true });
    const { items, offered } = await evidenceOf(outcomeId);
    expect(items).toMatchObject([{ covers: null, employerAnswer: { kind: 'denied' } }]);
    expect(offered.verifiedThrough).toBeNull();
  });

  it('answers once, however often it presses the button', async () => {
    const { employer } = await asked();
    const before = await counts();
    const [first, second] = await Promise.all([
      answer(employer, {}, { key: 'k' }),
      answer(employer, {}, { key: 'k' }),
    ]);
    expect(first).toEqual(second);
    const third = await answer(employer, { answer: 'denied' });
    expect(third).toMatchObject({
      ok: false,
      error: { problem: { code: 'confirmationClosed', errors: [] } },
    });
    expect(await counts()).toEqual(before.map((count) => count + 1));
  });

  it('is told what is missing in its answer, and nothing is stored', async () => {
    const { employer } = await asked();
    const before = await counts();
    const refused = await answer(employer, { name: '', speaksFor: false, locale: 'en' });
    const errors = [
      { pointer: '/name', message: 'Write your name.' },
      { pointer: '/speaksFor', code: 'speaksForMissing' },
    ];
    expect(refused).toMatchObject({ ok: false, error: { problem: { status: 422, errors } } });
    expect(await counts()).toEqual(before);
  });
});

describe('a link that does not work any more changes nothing', () => {
  /** How the link stands, how an answer is refused, and how many rows came of it. */
  async function tried(employer: EmployerActor, now = NOW) {
    const before = await counts();
    const state = await stateOf(employer, now);
    const refused = await answer(employer, {}, { now });
    const stored = (await counts()).map((count, index) => count - (before[index] ?? 0));
    return { state, code: refused.ok ? null : refused.error.problem.code, stored };
  }
  const closed = (state: string) => ({ state, code: 'confirmationClosed', stored: [0, 0] });

  it('after 21 days', async () => {
    const { employer } = await asked();
    expect(await stateOf(employer, later(20.9))).toBe('open');
    expect(await tried(employer, later(21))).toEqual(closed('expired'));
  });

  it('when it was revoked', async () => {
    const { employer, confirmationId } = await asked();
    expect(
      (await stage.run(revokeConfirmation, { confirmationId }, { actor: stage.coach, now: NOW })).ok,
    ).toBe(true);
    expect(await tried(employer)).toEqual(closed('revoked'));
  });

  it('when a new one was sent, which does', async () => {
    const { employer, confirmationId } = await asked();
    const again = await stage.run(resendConfirmation, { confirmationId }, { actor: stage.coach, now: NOW });
    expect(again.ok).toBe(true);
    expect(await tried(employer)).toEqual(closed('replaced'));
    if (!again.ok) return;
    const next = await employerOf(stage.app, await stage.mailedSecret(again.value.confirmationId));
    expect(next === null ? null : await stateOf(next)).toBe('open');
  });

  it.each([
    ['withdrawn', null],
    ['otherEmployer', { from: '2026-03-02', employerOrgNo: '2021002114', employerName: 'Skolan' }],
    ['corrected', { from: '2026-03-09', ...BAKERY }],
  ] as const)('when the outcome is %s', async (state, spell) => {
    const { employer, outcomeId, placement } = await asked();
    const status = spell === null ? 'withdrawn' : 'superseded';
    await stage.owner.outcome.update({ where: { id: outcomeId }, data: { status } });
    if (spell !== null) {
      await buildOutcome(stage.owner, {
        placement,
        status: 'submitted',
        from: spell.from,
        spells: [spell],
        number: 2,
        supersedesId: outcomeId,
      });
    }
    expect(await tried(employer)).toEqual(closed(state));
  });

  it('when the participant has got a protected identity', async () => {
    const { employer, placement } = await asked();
    await stage.owner.person.update({
      where: { id: placement.participant.person.id },
      data: { protected: true },
    });
    expect(await tried(employer)).toEqual(closed('revoked'));
  });

  it('and a secret that is wrong, cut or longer is nobody’s', async () => {
    const { secret } = await asked();
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const text of [wrong, secret.slice(0, -1), `${secret}A`, '', '../../etc', `${secret}=`]) {
      expect(await employerOf(stage.app, text)).toBeNull();
    }
  });

  it('and an employer cannot act as another', async () => {
    const [one, other] = [await asked(), await asked()];
    await answer(one.employer);
    expect(await stateOf(other.employer)).toBe('open');
    const forged = { kind: 'employer', confirmationId: newId() } as const;
    expect(await stateOf(forged)).toBe('notFound');
    expect(await answer(forged)).toMatchObject({ ok: false, error: { problem: { status: 404 } } });
  });
});
