import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  FATES,
  officeAtWork,
  READING,
} from '#app/api/provider/months/[month]/grid/testing/office-at-work.ts';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { GridField } from '#lib/domain/month-grid/grid-field.ts';
import { shownText } from '#lib/domain/month-grid/typed-month.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';

const now = new Date('2026-04-02T08:00:00Z');
const month = monthOf('2026-03');
const FIELDS: readonly GridField[] = ['individualMeeting:onSite', 'mapping:video', 'jobSuggestions'];
let world: World;
let coach: ProviderActor;
let colleague: ProviderActor;
let placementIds: readonly string[];

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
  colleague = await world.staff('coach', world.office, [world.office]);
  const placements = await Promise.all(
    [1, 2].map(async () => {
      const placement = await buildPlacement(world.owner, { office: world.office });
      await buildPlan(world.owner, { placement });
      return placement;
    }),
  );
  placementIds = placements.map(({ id }) => id);
});
afterAll(() => world.close());

const tab = fc.nat(1);
const cell = fc.record({ row: fc.nat(1), field: fc.nat(FIELDS.length - 1) });
/** Seconds between what happens: within the wait before saving, and well past it. */
const pause = fc.constantFrom(0.2, 0.9, 1.1, 5, 40);
const typing = fc.record({
  kind: fc.constant('type' as const),
  tab,
  cell,
  how: fc.constantFrom('clock', 'junk', 'empty'),
});
const step = fc.oneof(
  { weight: 8, arbitrary: typing },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('wait' as const), pause }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('fate' as const), tab, fate: fc.constantFrom(...FATES) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('colleague' as const), cell }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), tab }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('choose' as const),
      tab,
      keep: fc.constantFrom('mine', 'theirs'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('network' as const), isOnline: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('session' as const), isLoggedIn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('back' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deliver' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Kind> ? Kind : never;

async function run(steps: readonly Step[]): Promise<readonly object[]> {
  await world.owner.monthDraft.deleteMany({});
  const office = officeAtWork({ world, coach, colleague, month, now });
  const { browser, ledger, network, tabs } = office;
  let texts = 0;
  const at = ({ row, field }: { row: number; field: number }) => ({
    placementId: placementIds[row] ?? '',
    field: FIELDS[field] ?? 'jobSuggestions',
  });
  // No text comes twice, so that each can be followed.
  const textFor = (field: GridField, how: string): string => {
    texts += 1;
    if (how === 'empty') return '';
    if (how === 'junk') return `?${texts}`;
    return field === 'jobSuggestions' ? String(texts) : String(15 * texts);
  };
  const tabAt = async (index: number) => {
    const alive = tabs.filter((one) => one.isAlive());
    return alive[index] ?? (await office.open());
  };
  const carryOut = async (one: Step): Promise<void> => {
    switch (one.kind) {
      case 'type': {
        const { placementId, field } = at(one.cell);
        return office.type(await tabAt(one.tab), placementId, field, textFor(field, one.how));
      }
      case 'wait':
        return browser.pass(one.pause * 1000);
      case 'fate':
        (await tabAt(one.tab)).fate = one.fate;
        return;
      case 'kill':
        return (await tabAt(one.tab)).kill();
      case 'colleague': {
        const { placementId, field } = at(one.cell);
        return await office.colleagueTypes(placementId, field, textFor(field, 'clock'));
      }
      case 'undo':
        return office.undo(
          await tabAt(one.tab),
          placementIds.flatMap((placementId) => FIELDS.map((field) => ({ placementId, field }))),
        );
      case 'choose':
        return office.choose(await tabAt(one.tab), one.keep);
      case 'network':
        network.isOnline = one.isOnline;
        return;
      case 'session':
        network.isLoggedIn = one.isLoggedIn;
        return;
      case 'back':
        return (await tabAt(one.tab)).back();
      case 'deliver':
        return await office.deliver();
    }
  };
  for (const one of steps) {
    await carryOut(one);
    await office.settle();
  }
  return await whatIsLost();

  /** Everything is mended, all tabs die, and somebody opens the month anew. */
  async function whatIsLost(): Promise<readonly object[]> {
    Object.assign(network, { isOnline: true, isLoggedIn: true });
    for (const one of tabs) one.fate = 'answered';
    await office.deliver();
    for (const one of tabs.filter((open) => open.isAlive())) one.back();
    await office.settle();
    for (const one of tabs) one.kill();
    const last = await office.open();
    for (let round = 0; round < 4; round += 1) {
      browser.pass(60_000);
      await office.settle();
    }
    const { rows } = await office.gridOf();
    const written = [...browser.storage.values()].flatMap(
      (text) => (JSON.parse(text) as { rows: { placementId: string; typed: Record<string, string> }[] }).rows,
    );
    expect(last.store.saving().kind).not.toBe('saving');
    return ledger.lost((name) => {
      const [placementId, field] = name.split(' ') as [string, GridField];
      const kept = rows.find(({ row }) => row.placementId === placementId)?.typed;
      const waiting = written
        .filter((row) => row.placementId === placementId)
        .map(({ typed }) => shownText(field, typed[field] ?? '', READING));
      return new Set([kept?.[field] ?? '', ...waiting]);
    });
  }
}

test('nothing that is typed is lost, whatever happens to tabs, network and session', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      expect(await run(steps)).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 300_000);
