import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  DAY,
  openSwitching,
  type Switching,
  valueOf,
} from '#lib/server/provider-switch/testing/switching.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { addDays, fromUtcDate, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

let on: Switching;
beforeAll(async () => {
  on = await openSwitching();
});
afterAll(() => on.close());

function daysFrom(from: string, count: number): PlainDate[] {
  return Array.from({ length: Math.max(0, count) }, (_, day) => addDays(plainDate(from), day));
}

/** Every service day of a participant's placements that were not cancelled, in order; a day in two stands twice. */
async function serviceDays(participantId: string): Promise<PlainDate[]> {
  const placements = await on.owner.placement.findMany({
    where: { participantId, cancelledAt: null },
    include: { servicePeriods: true },
  });
  const days = placements.flatMap(({ end, servicePeriods }) =>
    servicePeriods.flatMap(({ from, to }) => {
      const last = end !== null && end < to ? end : to;
      return daysFrom(fromUtcDate(from), Math.round((last.getTime() - from.getTime()) / DAY));
    }),
  );
  return days.toSorted();
}

type Step = { readonly wait: number; readonly takeBack: boolean };

/** Switches after each wait (calendar days), and takes some of them back at once. What is refused changes nothing. */
async function live(
  history: readonly Step[],
  periods: 1 | 2,
  offices: readonly BuiltOffice[],
): Promise<string> {
  const [first] = offices;
  if (first === undefined) throw new Error('No offices');
  const placed = await on.placed({ periods, office: first });
  const participantId = placed.placement.participant.id;
  let at = new Date('2026-01-05T10:00:00+01:00');
  for (const { wait, takeBack } of history) {
    at = new Date(at.getTime() + wait * DAY);
    const current = await on.owner.placement.findFirstOrThrow({
      where: { participantId, cancelledAt: null, end: null },
      orderBy: { from: 'desc' },
    });
    const office = offices.find(({ contract }) => contract.id !== current.contractId) ?? first;
    const sent = { placementId: current.id, placementVersion: current.version };
    const result = await on.switchTo(placed, office, sent, { at });
    if (result.ok && takeBack) {
      valueOf(await on.undo(placed, result.value.switchId, { at }));
    }
  }
  return participantId;
}

test('over any history of switching and undoing no service day is lost and none is in two placements', async () => {
  const offices = [await buildOffice(on.owner), await buildOffice(on.owner), await buildOffice(on.owner)];
  const steps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 40 }), takeBack: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  });
  let switches = 0;
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom(1 as const, 2 as const), async (history, periods) => {
      const participantId = await live(history, periods, offices);
      expect(await serviceDays(participantId)).toEqual(daysFrom('2026-01-02', periods * 180));
      switches += await on.owner.providerSwitch.count({ where: { participantId } });
    }),
    { seed: 20_260_107, numRuns: 15 },
  );
  expect(switches).toBeGreaterThan(15);
}, 60_000);
