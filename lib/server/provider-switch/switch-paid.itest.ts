import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import { extensionConfirmation } from '#lib/domain/extension/decide-extension.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { newId } from '#lib/server/ids.ts';
import { extendPlacement } from '#lib/server/placement-decision/extend-placement.ts';
import { prepareDecision } from '#lib/server/placement-decision/prepare-decision.ts';
import {
  DAY,
  openSwitching,
  type Placed,
  type Switching,
  valueOf,
} from '#lib/server/provider-switch/testing/switching.ts';
import { factsOf, findPlacementRow } from '#lib/server/statement/placement-facts.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { addDays, fromUtcDate, isoWeekday, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

const FIRST_DAY = plainDate('2026-01-02');
const PERIOD_DAYS = 180;
/** Öre a day at level B in the example agreement. */
const DAY_RATE = 6500;

let on: Switching;
let caseworker: AuthorityActor;
let offices: readonly BuiltOffice[];
beforeAll(async () => {
  on = await openSwitching();
  caseworker = await buildAuthorityActor(on.owner, 'caseworker', { caseMandate: 'decide' });
  offices = [await buildOffice(on.owner), await buildOffice(on.owner), await buildOffice(on.owner)];
});
afterAll(() => on.close());

/** What happens so many days after the last thing did. */
type Step = { readonly wait: number; readonly act: 'switch' | 'switchAndUndo' | 'extend' };

const lasting = (participantId: string) =>
  on.owner.placement.findMany({ where: { participantId, cancelledAt: null }, orderBy: { from: 'asc' } });

async function extend(placementId: string, at: Date): Promise<boolean> {
  const read = await ask(prepareDecision, { placementId }, { database: on.app, actor: caseworker, now: at });
  if (!read.ok) throw new Error(read.error.code);
  const { placement, extension, today } = read.value;
  const confirmed = extensionConfirmation({ placement, facts: extension, today });
  const input = { placementId, version: placement.version, reason: 'Behöver mer tid på vägen.', confirmed };
  const done = await execute(extendPlacement, input, {
    database: on.app,
    actor: caseworker,
    now: at,
    idempotencyKey: newId(),
  });
  return done.ok;
}

/** Carries the steps out; what is refused – too late, nothing left, pending – changes nothing. Returns how many periods there are. */
async function live(placed: Placed, steps: readonly Step[], periods: number): Promise<number> {
  let given = periods;
  // Before the first day, too.
  let at = new Date('2025-12-22T10:00:00+01:00');
  for (const { wait, act } of steps) {
    at = new Date(at.getTime() + wait * DAY);
    const current = (await lasting(placed.placement.participant.id)).findLast(({ end }) => end === null);
    if (current === undefined) throw new Error('Nobody helps');
    if (act === 'extend') {
      if (await extend(current.id, at)) given += 1;
      continue;
    }
    const office = offices.find(({ contract }) => contract.id !== current.contractId);
    if (office === undefined) throw new Error('Nobody to switch to');
    const sent = { placementId: current.id, placementVersion: current.version };
    const switched = await on.switchTo(placed, office, sent, { at });
    if (switched.ok && act === 'switchAndUndo')
      valueOf(await on.undo(placed, switched.value.switchId, { at }));
  }
  return given;
}

/** Öre of base pay by month that all placements of the participant give together, with every month of theirs approved. */
async function paidByMonth({ placement: whose }: Placed, asOf: PlainDate): Promise<Record<string, number>> {
  const agreement = validateAgreement(krom);
  if (!agreement.ok) throw new Error('The example agreement is not valid');
  const paid: Record<string, number> = {};
  for (const { id, officeId, from, to, end } of await lasting(whose.participant.id)) {
    const office = offices.find((one) => one.id === officeId);
    if (office === undefined) throw new Error('Another office');
    const [first, last] = [fromUtcDate(from), addDays(fromUtcDate(end ?? to), -1)];
    const placement = { ...whose, id, office };
    for (
      let month = first.slice(0, 7);
      month <= last.slice(0, 7);
      month = addDays(plainDate(`${month}-28`), 4).slice(0, 7)
    )
      await buildStoredReport(on.owner, { placement, month });
    const row = await findPlacementRow(on.owner, id, asOf);
    const facts = row === null ? null : factsOf(row, asOf);
    if (facts?.ok !== true) throw new Error(JSON.stringify(facts));
    for (const { key, component, amountOre } of evaluate(agreement.value, facts.value).lines) {
      expect(component).toBe('basePay');
      const month = /\d{4}-\d{2}/.exec(key)?.[0] ?? key;
      paid[month] = (paid[month] ?? 0) + amountOre;
    }
  }
  return paid;
}

/** The same counted by hand: every weekday of the service, once. */
function weekdaysByMonth(days: number): Record<string, number> {
  const expected: Record<string, number> = {};
  for (let day = FIRST_DAY, count = 0; count < days; day = addDays(day, 1), count += 1) {
    if (isoWeekday(day) <= 5) expected[day.slice(0, 7)] = (expected[day.slice(0, 7)] ?? 0) + DAY_RATE;
  }
  return expected;
}

test('whatever day a participant switches – before the first, on the last, at the border of periods, again, after undoing – every day is paid once', async () => {
  const step = fc.record({
    wait: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 120 })),
    act: fc.constantFrom('switch' as const, 'switch' as const, 'switchAndUndo' as const, 'extend' as const),
  });
  let switches = 0;
  let extensions = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 7 }),
      fc.constantFrom(1, 2),
      async (steps, periods) => {
        const placed = await on.placed({
          periods: periods === 2 ? 2 : 1,
          ...(offices[0] ? { office: offices[0] } : {}),
          level: 'B',
        });
        const participantId = placed.placement.participant.id;
        const days = (await live(placed, steps, periods)) * PERIOD_DAYS;
        const asOf = addDays(FIRST_DAY, days + 60);
        expect(await paidByMonth(placed, asOf)).toEqual(weekdaysByMonth(days));
        switches += await on.owner.providerSwitch.count({ where: { participantId, undoneAt: null } });
        extensions += days === PERIOD_DAYS * periods ? 0 : 1;
      },
    ),
    {
      seed: 20_261_119,
      numRuns: 40,
      examples: [
        // The last day on which a switch can still take effect, and the first on which it cannot: 22 June and 23 June 2026.
        [
          [
            { wait: 182, act: 'switch' },
            { wait: 1, act: 'switch' },
          ],
          1,
        ],
        [[{ wait: 183, act: 'switch' }], 1],
        // Before the first day, and so that it takes effect on the border of periods, 1 July 2026.
        [[{ wait: 0, act: 'switch' }], 2],
        [
          [
            { wait: 184, act: 'switch' },
            { wait: 20, act: 'switch' },
          ],
          2,
        ],
        [
          [
            { wait: 30, act: 'switch' },
            { wait: 60, act: 'extend' },
            { wait: 100, act: 'switchAndUndo' },
          ],
          1,
        ],
      ],
    },
  );
  expect(switches).toBeGreaterThan(20);
  expect(extensions).toBeGreaterThan(1);
}, 90_000);
