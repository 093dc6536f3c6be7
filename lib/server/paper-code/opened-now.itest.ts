import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { openPaperCode } from '#lib/server/paper-code/code-session.ts';
import { buildCodes, type Codes } from '#lib/server/paper-code/testing/codes.ts';
import { addDays } from '#lib/shared/plain-date.ts';

// The portal's word of what time it is lengthens nothing.
let codes: Codes;
beforeAll(async () => {
  codes = await buildCodes();
});
afterAll(() => codes.world.close());

const DAY = 86_400_000;
const openAt = (code: string, days: number) =>
  openPaperCode({ database: codes.world.app, now: new Date(codes.now.getTime() + days * DAY) }, code);
const minutesFromNow = (at: Date) => (at.getTime() - Date.now()) / 60_000;

test.each([-3, 0, 3])(
  'a session lasts half an hour from now, also where it is told to be %i days on',
  async (days) => {
    const { code } = await codes.codeFor(await codes.waiting());
    const opened = await openAt(code, days);
    if (!opened.ok) throw new Error(opened.error);
    expect(minutesFromNow(opened.value.expiresAt)).toBeGreaterThan(28);
    expect(minutesFromNow(opened.value.expiresAt)).toBeLessThan(31);
  },
);

test('a code that is opened stands in the log by the same step, and one that is not does not', async () => {
  const decision = await codes.waiting();
  const { code } = await codes.codeFor(decision);
  const opened = await openAt(code, 0);
  if (!opened.ok) throw new Error(opened.error);
  await openAt(code, 40);
  expect(
    await codes.world.owner.auditEntry.findMany({
      where: { action: 'paperCode.open', participantIds: { has: decision.participant.id } },
    }),
  ).toMatchObject([
    {
      actorKind: 'paperCode',
      actorKey: `paperCode:${opened.value.actor.sessionId}`,
      outcome: 'read',
      subjectType: 'decision',
      subjectId: decision.id,
      purpose: 'Val med en papperskod',
    },
  ]);
});

test('a code is told as chosen where only days that have been are left', async () => {
  const { world, today } = codes;
  const decision = await codes.waiting();
  const { code } = await codes.codeFor(decision);
  await world.owner
    .$executeRaw`UPDATE service_period SET "from" = ${addDays(today, -90)}::date, "to" = ${today}::date
    WHERE decision_id = ${decision.id}::uuid`;
  expect(await openAt(code, 0)).toMatchObject({ ok: false, error: 'chosen' });
});

test('no code is handed out for days that have been', async () => {
  const { world, today, caseworker } = codes;
  const decision = await codes.waiting();
  await world.owner
    .$executeRaw`UPDATE service_period SET "from" = ${addDays(today, -90)}::date, "to" = ${today}::date
    WHERE decision_id = ${decision.id}::uuid`;
  await expect(
    world.owner
      .$executeRaw`INSERT INTO paper_code (id, participant_id, decision_id, secret_hash, reason, made_at, made_by_person_id, expires_at)
    VALUES (${newId()}::uuid, ${decision.participant.id}::uuid, ${decision.id}::uuid, sha256(${newId()}::bytea), 'other', now(),
      ${caseworker.personId}::uuid, now() + interval '5 days')`,
  ).rejects.toThrow('something to choose');
});
