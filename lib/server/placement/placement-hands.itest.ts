import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { sqlStateOf } from '#lib/server/command/database-problem.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// What the application's own role may write to placements and logs, whatever statement is sent in its name.
let world: World;
let placement: BuiltPlacement;
let actors: readonly (readonly [string, Actor])[];
beforeAll(async () => {
  world = await buildWorld();
  placement = await buildPlacement(world.owner, { office: world.office });
  const provider = ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'] as const;
  const authority = ['reviewer', 'caseworker', 'payer', 'agreementAdmin', 'auditor'] as const;
  actors = await Promise.all([
    ...provider.map(async (role) => [role, await world.staff(role)] as const),
    ...authority.map(async (role) => [role, await buildAuthorityActor(world.owner, role)] as const),
  ]);
});
afterAll(() => world.close());

/** Who of them the statement does anything for. */
async function writers(statement: (id: string) => string): Promise<readonly string[]> {
  const able: string[] = [];
  for (const [role, actor] of actors) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const done = await inTransaction(world.app, actor, (tx) =>
      tx.$executeRawUnsafe(statement(placement.id)),
    ).catch((error: unknown) => {
      if (['42501', '23001'].includes(sqlStateOf(error) ?? '')) return 0;
      throw error;
    });
    if (done > 0) able.push(role);
  }
  return able;
}

test.each([
  ['longer', `"to" = "to" + 30`],
  ['earlier', `"from" = "from" - 30`],
  ['another provider’s', `provider_id = (SELECT id FROM provider WHERE id <> provider_id LIMIT 1)`],
  ['seen by more', `protected = false`],
  ['of another level', `level = 'C'`],
  ['ended', `"end" = "to", end_reason = 'completed'`],
  ['cancelled', `cancelled_at = now()`],
])('nobody at a provider or the authority makes a placement %s', async (_, change) => {
  expect(await writers((id) => `UPDATE placement SET ${change} WHERE id = '${id}'`)).toEqual([]);
});

test('the provider says who the coach is, and leaves a row of it', async () => {
  const coachId = newId();
  const change = (told: boolean) => (id: string) =>
    `WITH told AS (${told ? row(id, coachId) : 'SELECT 1'})
    UPDATE placement SET coach_person_id = '${coachId}' WHERE id = '${id}'`;
  expect(await writers(change(false))).toEqual([]);
  const [byIntake] = actors.filter(([role]) => role === 'intake');
  const personId = byIntake?.[1].kind === 'person' ? byIntake[1].personId : '';
  const row = (
    id: string,
    to: string,
  ) => `INSERT INTO coach_change (id, batch_id, placement_id, kind, to_person_id, by_person_id, at)
    VALUES ('${newId()}', '${newId()}', '${id}', 'assigned', '${to}', '${personId}', now())`;
  expect(await writers(change(true))).toEqual(['intake']);
});

test('nobody makes a placement, moves a participant’s days or unprotects anybody', async () => {
  const again = (
    id: string,
  ) => `INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level,
      agreement_version_id, choice, "from", "to")
    SELECT '${newId()}', participant_id, decision_id, provider_id, contract_id, office_id, 'C', agreement_version_id, choice,
      "to" + 1, "to" + 90 FROM placement WHERE id = '${id}'`;
  expect(await writers(again)).toEqual([]);
  expect(
    await writers((id) => `UPDATE service_period SET "to" = "to" + 30 WHERE placement_id = '${id}'`),
  ).toEqual([]);
  expect(await writers(() => `UPDATE participant SET protected = false`)).toEqual([]);
});

test('the log is written by coaches', async () => {
  const entry = (
    id: string,
  ) => `INSERT INTO activity_entry (id, placement_id, date, activity, form, minutes, created_by_person_id)
    VALUES ('${newId()}', '${id}', '2026-02-03', 'mapping', 'onSite', 60, '${newId()}')`;
  expect(await writers(entry)).toEqual(['coach']);
  expect(
    await writers((id) => `UPDATE activity_entry SET minutes = 75 WHERE placement_id = '${id}'`),
  ).toEqual(['coach']);
});

test('the participant leaves by a switch, and undoes no end that the authority decided', async () => {
  const own = await buildPlacement(world.owner, { office: world.office });
  const participant = await buildParticipantActor(world.owner, own.participant);
  const write = (set: string) =>
    inTransaction(world.app, participant, (tx) =>
      tx.$executeRawUnsafe(`UPDATE placement SET ${set} WHERE id = '${own.id}'`),
    );
  await expect(write(`"end" = "to", end_reason = 'outcome'`)).rejects.toThrow('by the hand of participant');
  await world.owner
    .$executeRaw`UPDATE placement SET "end" = "from" + 20, end_reason = 'interruption' WHERE id = ${own.id}::uuid`;
  await expect(write(`"end" = NULL, end_reason = NULL`)).rejects.toThrow('by the hand of participant');
  await expect(write(`"end" = "to", end_reason = 'switch'`)).rejects.toThrow('by the hand of participant');
});
