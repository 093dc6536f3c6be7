import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineGroupId } from '#lib/domain/statement/line-group.ts';
import { compareStatements } from '#lib/domain/statement/statement-changes.ts';
import { month } from '#lib/shared/month.ts';
import { ore, sumOre } from '#lib/shared/money.ts';

const sum = fc
  .record({
    component: fc.constantFrom('basePay', 'resultPay', 'speedBonus', 'supplement'),
    of: fc.constantFrom(month('2026-07'), month('2026-08'), month('2026-09')),
    correction: fc.boolean(),
    amountOre: fc.integer({ min: -9_000_000, max: 9_000_000 }).map(ore),
  })
  .map(({ of, ...rest }) => ({ ...rest, month: rest.component === 'basePay' ? of : null }));
const sums = fc.uniqueArray(sum, { selector: lineGroupId, maxLength: 14 });

const netOf = (of: readonly { readonly amountOre: ReturnType<typeof ore> }[]) =>
  sumOre(of.map(({ amountOre }) => amountOre));

describe('two statements side by side', () => {
  it('the rows add up to each net, and the differences to the difference', () => {
    fc.assert(
      fc.property(sums, sums, (before, now) => {
        const rows = compareStatements(before, now);
        expect(sumOre(rows.map(({ beforeOre }) => beforeOre))).toBe(netOf(before));
        expect(sumOre(rows.map(({ nowOre }) => nowOre))).toBe(netOf(now));
        expect(sumOre(rows.map(({ differenceOre }) => differenceOre))).toBe(netOf(now) - netOf(before));
        for (const row of rows.filter(({ component }) => component === 'basePay')) {
          expect(sumOre(row.months.map(({ nowOre }) => nowOre))).toBe(row.nowOre);
          expect(sumOre(row.months.map(({ beforeOre }) => beforeOre))).toBe(row.beforeOre);
        }
      }),
    );
  });

  it('have what is new before corrections, and the latest month first', () => {
    const base = { component: 'basePay', correction: false, amountOre: ore(100) } as const;
    const rows = compareStatements(
      [{ ...base, month: month('2026-08') }],
      [
        { ...base, month: month('2026-08'), correction: true, amountOre: ore(-30) },
        { ...base, month: month('2026-09'), amountOre: ore(120) },
      ],
    );
    expect(rows).toEqual([
      {
        component: 'basePay',
        correction: false,
        beforeOre: 100,
        nowOre: 120,
        differenceOre: 20,
        months: [
          { month: '2026-09', beforeOre: 0, nowOre: 120 },
          { month: '2026-08', beforeOre: 100, nowOre: 0 },
        ],
      },
      {
        component: 'basePay',
        correction: true,
        beforeOre: 0,
        nowOre: -30,
        differenceOre: -30,
        months: [{ month: '2026-08', beforeOre: 0, nowOre: -30 }],
      },
    ]);
  });
});
