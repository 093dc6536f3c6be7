import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import {
  extensionDueOn,
  notExtendableBecause,
  refuseExtending,
  secondPeriod,
} from '#lib/domain/placement-decision/extend-placement.ts';
import {
  basePayPotential,
  confirmationOf,
  effectOfEnd,
  effectOfExtension,
} from '#lib/domain/placement-decision/shown-effect.ts';
import { endRestsOn } from '#lib/domain/placement-decision/take-back-end.ts';
import { days, overlaps, period } from '#lib/shared/period.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const SEED = Number(process.env['SEED'] ?? 20_261_122);
const day = plainDate;
const placement = {
  from: day('2026-01-02'),
  to: day('2026-07-01'),
  end: null,
  endReason: null,
  hasSecondPeriod: false,
};

test.each([
  ['from the first day', {}, '2026-01-02', null],
  ['on the very last day', {}, '2026-06-30', null],
  ['before the first', {}, '2026-01-01', 'notBegun'],
  ['when the first period is over', {}, '2026-07-01', 'periodOver'],
  ['a third time', { hasSecondPeriod: true }, '2026-03-01', 'secondPeriod'],
  [
    'of one that ends by a switch',
    { end: day('2026-04-01'), endReason: 'switch' as const },
    '2026-03-01',
    'switches',
  ],
  ['of one that ends', { end: day('2026-04-01'), endReason: 'interruption' as const }, '2026-03-01', 'ended'],
])('an extension %s', (_, change, today, because) => {
  expect(notExtendableBecause({ ...placement, ...change }, day(today))).toBe(because);
  expect(refuseExtending({ ...placement, ...change }, day(today)) === null).toBe(because === null);
});

it('is due so many days before the last day', () => {
  expect(extensionDueOn(placement, 21)).toBe('2026-06-09');
});

it(`begins where the first ends, with no day in both (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 366 }), fc.integer({ min: 1, max: 400 }), (length, periodDays) => {
      const first = period(placement.from, addDays(placement.from, length));
      const second = secondPeriod(first, periodDays);
      expect(second.from).toBe(first.to);
      expect(days(second)).toBe(periodDays);
      expect(overlaps(first, second)).toBe(false);
    }),
    { seed: SEED },
  );
});

const agreement = validateAgreement(krom);
const money = {
  agreement: agreement.ok ? agreement.value : never(),
  facts: {
    placement: {
      id: 'P-1',
      level: 'B' as const,
      providerOrgNo: '5560360793',
      relatedOrgNos: [],
      periods: [{ number: 1 as const, from: placement.from, to: placement.to }],
      end: null,
      endReason: null,
    },
    reports: [],
    absences: [],
    outcome: null,
    posted: [],
    asOf: day('2026-06-15'),
  },
};

function never(): never {
  throw new Error('The example agreement cannot be read');
}

it('can give base pay for every working day of the second period', () => {
  // Five weeks from Monday 6 July: 25 working days of 65 kronor at level B.
  expect(basePayPotential(money, period(day('2026-07-06'), day('2026-08-10')))).toBe(25 * 6500);
});

it('changes nothing in kronor before its days have come', () => {
  const effect = effectOfExtension(money, secondPeriod(placement, 180));
  expect(effect).toMatchObject({ differenceOre: 0, nextBeforeOre: 0, nextAfterOre: 0 });
});

it('is confirmed with its day and its kronor', () => {
  const end = (last: string) => effectOfEnd(money, { end: day(last), endReason: 'interruption' });
  expect(confirmationOf(day('2026-06-01'), end('2026-06-01'))).toBe('2026-06-01:0:0');
  expect(confirmationOf(null, effectOfEnd(money, null))).toBe('none:0:0');
});

test.each([
  [{}, null],
  [{ end: null }, 'noEnd'],
  [{ decidedHere: false }, 'notDecidedHere'],
  [{ hasFinalReport: true }, 'finalReport'],
  [{ hasLaterPlacement: true }, 'laterPlacement'],
  [{ hasOutcome: true }, null],
  [{ hasOutcome: true, endReason: 'outcome' as const }, 'outcome'],
])('an end with %j rests on %s', (change, rests) => {
  const facts = {
    end: day('2026-05-01'),
    endReason: 'interruption' as const,
    decidedHere: true,
    hasFinalReport: false,
    hasLaterPlacement: false,
    hasOutcome: false,
  };
  expect(endRestsOn({ ...facts, ...change })).toBe(rests);
});
