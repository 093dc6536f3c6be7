import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { fromBefore } from '#lib/server/final-report/from-before.ts';
import { setSharing } from '#lib/server/final-report/set-sharing.ts';
import { showSharing } from '#lib/server/final-report/show-sharing.ts';
import {
  AFTER,
  buildFinalReports,
  type FinalReports,
  type Switched,
} from '#lib/server/final-report/testing/final-reports.ts';
import { newId } from '#lib/server/ids.ts';

let world: FinalReports;
let from: Switched;
let documentId: string;

beforeAll(async () => {
  world = await buildFinalReports();
});
afterAll(() => world.close());
beforeEach(async () => {
  from = await world.switched();
  documentId = await world.sent(from.before.id);
});

const read = async (actor: Actor = world.nextCoach) => {
  const result = await world.read(fromBefore, { placementId: from.after.id }, { actor, now: AFTER });
  return result.ok ? result.value : null;
};
const share = (
  given: boolean,
  what: 'plan' | 'finalReport' = 'finalReport',
  number = 0,
  actor: Actor = from.participant,
) => world.run(setSharing, { switchId: from.switchId, what, given, number }, { actor, now: AFTER });

/** What the actor sees of every table that the app may read, by raw SQL. */
async function seenTables(actor: Actor): Promise<Readonly<Record<string, number>>> {
  return await inTransaction(world.app, actor, async (tx) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        AND has_table_privilege('portal_app', c.oid, 'SELECT') ORDER BY 1`;
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await tx.$queryRawUnsafe<{ count: bigint }[]>(`SELECT count(*) FROM "${name}"`);
      counts[name] = Number(row?.count ?? 0);
    }
    return counts;
  });
}

describe('the next coach', () => {
  it('reads the approved report while the participant lets them, and not without', async () => {
    expect(await read()).toMatchObject({ report: null, plan: null, provider: null, isReportShared: false });
    await share(true);
    expect(await read()).toMatchObject({ report: null, isReportShared: true });
    await world.decide(documentId, 'approve');
    expect(await read()).toMatchObject({
      provider: world.office.provider.name,
      report: { id: documentId, content: { main: { occupation: 'work' } } },
      plan: null,
    });
    await share(false, 'finalReport', 1);
    expect(await read()).toMatchObject({ report: null, provider: null });
    await share(true, 'plan');
    expect(await read()).toMatchObject({ plan: { goal: 'Arbete inom lager', activities: [{}, {}, {}] } });
  });

  it('is of the office that the participant came to: not another’s, nor the old provider’s', async () => {
    await share(true);
    await world.decide(documentId, 'approve');
    const others = [world.coach, await world.staff('coach', world.otherOffice)];
    for (const actor of others) expect(await read(actor)).toBeNull();
    expect(await read(world.reviewer)).toBeNull();
  });

  it('sees that document by raw SQL, and not one row more than without', async () => {
    await world.decide(documentId, 'approve');
    const before = await seenTables(world.nextCoach);
    await share(true);
    await share(true, 'plan');
    const { document, ...rest } = await seenTables(world.nextCoach);
    const { document: documentsBefore, ...restBefore } = before;
    expect(document).toBe((documentsBefore ?? 0) + 1);
    expect(rest).toEqual(restBefore);
    await share(false, 'finalReport', 1);
    expect((await seenTables(world.nextCoach))['document']).toBe(documentsBefore);
  });

  it('reads it only: nothing of it is changed by their hand', async () => {
    await world.decide(documentId, 'approve');
    await share(true);
    const changed = await inTransaction(
      world.app,
      world.nextCoach,
      async (tx) =>
        await tx.$executeRaw`UPDATE document SET status = 'superseded' WHERE id = ${documentId}::uuid`,
    );
    expect(changed).toBe(0);
  });
});

describe('what is shared', () => {
  it('begins as it was chosen at the switch', async () => {
    from = await world.switched({ sharePlan: true });
    const shown = await world.read(showSharing, {}, { actor: from.participant, now: AFTER });
    expect(shown.ok ? shown.value.switches : null).toMatchObject([
      {
        sharing: [
          { what: 'plan', given: true, number: 0 },
          { what: 'finalReport', given: false, number: 0 },
        ],
      },
    ]);
  });

  it('is changed by the participant alone, who has seen how it stands', async () => {
    const stranger = (await world.switched()).participant;
    expect(await share(true, 'finalReport', 0, stranger)).toMatchObject({
      error: { problem: { code: 'notFound' } },
    });
    for (const actor of [world.coach, world.nextCoach, world.caseworker])
      expect(await share(true, 'finalReport', 0, actor)).toMatchObject({
        error: { problem: { code: 'forbidden' } },
      });
    expect((await share(true)).ok).toBe(true);
    expect(await share(false)).toMatchObject({ error: { problem: { code: 'conflict' } } });
    const event = await world.owner.sharingEvent.findFirst({
      where: { switchId: from.switchId, given: true },
    });
    expect(event?.shown).toMatch(/^Slutredovisningen från .+\n.+\nLåt .+ läsa$/);
  });

  it('is an event that nobody writes for somebody else, nor takes away', async () => {
    await share(true);
    const event = (actor: Actor, personId: string, switchId = from.switchId) =>
      inTransaction(
        world.app,
        actor,
        async (tx) =>
          await tx.$executeRaw`INSERT INTO sharing_event (id, switch_id, what, number, given, by_person_id, at)
          VALUES (${newId()}::uuid, ${switchId}::uuid, 'finalReport', 7, true, ${personId}::uuid, now())`,
      );
    const own = from.participant.personId;
    await expect(event(world.nextCoach, world.nextCoach.personId)).rejects.toThrow(/row-level security/);
    await expect(event(world.caseworker, own)).rejects.toThrow(/row-level security/);
    await expect(event(from.participant, world.nextCoach.personId)).rejects.toThrow(/row-level security/);
    const other = await world.switched();
    await expect(event(from.participant, own, other.switchId)).rejects.toThrow(/row-level security/);
    await expect(world.owner.sharingEvent.deleteMany({})).rejects.toThrow();
  });
});
