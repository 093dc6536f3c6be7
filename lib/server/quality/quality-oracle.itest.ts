import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qualityListInput } from '#lib/schemas/quality.ts';
import { newId } from '#lib/server/ids.ts';
import { qualityList } from '#lib/server/quality/quality-list.ts';
import { type Walked, type WalkedEntry, walkDays } from '#lib/server/quality/testing/day-walk.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { addDays, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const SEED = 20260319;
const PLACEMENTS = 120;
const FIRST = plainDate('2025-10-01');
const DAYS = ['2026-03-19', '2026-03-23', '2026-03-31'].map((day) => plainDate(day));
const PERIOD_DAYS = 180;
let world: World;
const walked = new Map<string, Walked>();

beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

/** Logs from busy to almost silent, with some days far from the others. */
const anyWalk = fc
  .record({
    start: fc.integer({ min: 0, max: 160 }),
    gap: fc.constantFrom(2, 5, 9, 30),
    cut: fc.option(fc.integer({ min: 0, max: 20 })),
  })
  .chain(({ start, gap, cut }) => {
    const from = addDays(FIRST, start);
    const to = addDays(from, PERIOD_DAYS * 2);
    const ends = cut === null ? to : addDays(plainDate('2026-04-01'), cut);
    return fc.record({
      from: fc.constant(from),
      second: fc.constant(addDays(from, PERIOD_DAYS)),
      to: fc.constant(ends < to ? ends : to),
      entries: fc.array(
        fc.record({
          date: fc.integer({ min: 0, max: 181 - start }).map((n) => addDays(from, n)),
          activity: fc.constantFrom(
            'individualMeeting',
            'ownWork',
            'mapping',
            'otherActor',
            'practicalSupport',
            'practicalSupport',
          ),
          form: fc.constantFrom('onSite', 'onSite', 'video', 'phone'),
          minutes: fc.constantFrom(15, 30, 60, 120, 180),
          removed: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        }),
        { minLength: 1, maxLength: Math.ceil(181 / gap), size: 'max' },
      ) as fc.Arbitrary<readonly WalkedEntry[]>,
    });
  });

test(`the states of ${PLACEMENTS} random logs (seed ${SEED}) are those that a walk from day to day gives`, async () => {
  const coach = await world.staff('coach');
  for (const walk of fc.sample(anyWalk, { seed: SEED, numRuns: PLACEMENTS })) {
    const { from, to, entries } = walk;
    const placement = await buildPlacement(world.owner, { office: world.office, from, periods: 2, end: to });
    walked.set(placement.id, walk);
    // One line on the first day is the log's beginning: a placement without any is another case.
    const first: WalkedEntry = {
      date: from,
      activity: 'ownWork',
      form: 'onSite',
      minutes: 15,
      removed: false,
    };
    await world.owner.activityEntry.createMany({
      data: [first, ...entries].map(({ date, activity, form, minutes, removed }) => ({
        id: newId(),
        placementId: placement.id,
        date: toUtcDate(date),
        activity,
        form,
        minutes,
        createdByPersonId: coach.personId,
        removedAt: removed ? new Date() : null,
      })),
    });
  }
  const seen = new Set<string>();
  for (const today of DAYS) {
    const now = new Date(`${today}T10:00:00Z`);
    for (let page = 1; ; page += 1) {
      const list = await world.read(qualityList, qualityListInput.parse({ page }), { actor: coach, now });
      if (!list.ok) throw new Error(list.error.code);
      for (const { placementId, standings } of list.value.rows) {
        const walk = walked.get(placementId);
        if (walk === undefined) throw new Error(placementId);
        const states = Object.fromEntries(standings.map(({ requirement, state }) => [requirement, state]));
        const expected = walkDays(walk, today);
        expect(states, `${today} ${JSON.stringify(walk)}`).toMatchObject(expected);
        for (const [requirement, state] of Object.entries(expected)) seen.add(`${requirement} ${state}`);
      }
      if (page * 50 >= list.value.total) break;
    }
  }
  // The walk met every state that a log can lead to: otherwise it would not have shown much.
  expect([...seen].toSorted()).toEqual([
    'meeting broken',
    'meeting met',
    'meeting near',
    'onSite broken',
    'onSite met',
    'onSite near',
    'onSite unknown',
    'onSiteMeeting broken',
    'onSiteMeeting met',
    'onSiteMeeting near',
    'otherActor broken',
    'otherActor met',
    'otherActor near',
    'support broken',
    'support met',
    'support near',
  ]);
}, 120_000);
