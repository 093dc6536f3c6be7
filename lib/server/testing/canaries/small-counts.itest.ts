import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { readableTables } from '#lib/server/testing/canaries/walk-tables.ts';

/** What everybody's month was made of. */
const VECTOR = 'individualMeeting:onSite:60';

let world: World;
let coach: ProviderActor;
let outsiders: readonly PersonActor[];
/** Whose month is compared with the others'. */
let one: string;
beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
  const asked = ['intake', 'coach', 'signatory', 'reporter', 'providerAdmin'] as const;
  const authority = ['reviewer', 'caseworker', 'payer', 'agreementAdmin'] as const;
  outsiders = [
    ...(await Promise.all(asked.map((role) => world.staff(role)))),
    ...(await Promise.all(authority.map((role) => buildAuthorityActor(world.owner, role)))),
  ];
});
afterAll(() => world.close());

async function served(isProtected: boolean): Promise<string> {
  const participant = await buildParticipant(world.owner, { protected: isProtected });
  const placement = await buildPlacement(world.owner, {
    office: world.office,
    participant,
    from: '2026-03-02',
    coachPersonId: coach.personId,
  });
  const id = await buildStoredReport(world.owner, { placement, month: '2026-03' });
  await world.owner.report.update({ where: { id }, data: { activityVector: VECTOR } });
  return placement.id;
}

/** How many rows of every table somebody sees, and what the functions that count past row-level security say. */
async function countsOf(actor: PersonActor): Promise<unknown> {
  const tables = await readableTables(world.app);
  return await inTransaction(world.app, actor, async (tx) => ({
    rows: await rowsOf(
      tx,
      // When lists of an office were made stale: marks that nobody is shown, and that say nothing of whom.
      tables.map(({ name }) => name).filter((name) => name !== 'office_change'),
    ),
    workloads: await tx.$queryRaw`SELECT coach_person_id::text, participants, starting
      FROM app.coach_workloads(${world.office.provider.id}::uuid, '2026-05-11', '2026-06-11', '2026-01-01') ORDER BY 1`,
    participants: await tx.$queryRaw`SELECT coach_person_id::text, participants, soon
      FROM app.coach_participants(${world.office.provider.id}::uuid, '2026-05-11', '2026-06-11') ORDER BY 1`,
    compared: await tx.$queryRaw`SELECT others, reports, coach_participants
      FROM app.compared(ARRAY[${one}]::uuid[], ARRAY['2026-03-01']::date[], ARRAY[${VECTOR}], '2026-05-11', 3, true)`,
  }));
}

async function rowsOf(tx: Tx, tables: readonly string[]): Promise<unknown> {
  const counts = tables.map((table) => `SELECT '${table}' AS name, count(*)::int AS n FROM "${table}"`);
  return await tx.$queryRawUnsafe(counts.join(' UNION ALL '));
}

describe('one with protected identity more', () => {
  test('changes no number under ten that anybody sees who is not named', async () => {
    for (let n = 0; n < 4; n += 1) one = await served(false);
    const before = await Promise.all(outsiders.map(countsOf));
    expect(before[0]).toMatchObject({ compared: [{ others: 3, coach_participants: 4 }] });
    await served(true);
    const after = await Promise.all(outsiders.map(countsOf));
    expect(after).toEqual(before);
    // Everybody else is counted.
    await served(false);
    expect(await Promise.all(outsiders.map(countsOf))).not.toEqual(before);
  });

  test('is among those of a coach who has ten or more', async () => {
    for (let n = 0; n < 5; n += 1) await served(false);
    const [intake] = outsiders;
    if (intake === undefined) throw new Error('Nobody asks');
    expect(await countsOf(intake)).toMatchObject({
      workloads: expect.arrayContaining([{ coach_person_id: coach.personId, participants: 11, starting: 0 }]),
    });
  });
});
