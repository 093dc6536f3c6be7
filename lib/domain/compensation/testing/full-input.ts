import { approved, input, krom, rom2, work } from '#lib/domain/compensation/testing/given.ts';
import { validateInput } from '#lib/domain/compensation/validate.ts';

const tierAgreement = rom2({ supplement: { ore: { A: 1, B: 1, C: 1 }, withinPeriods: 1, releaseMonths: 6 } });
const unusedAgreement = krom({
  resultPay: {
    countFrom: 'serviceEnd',
    studiesByApplication: true,
    extentShares: [
      { fromPercent: 50, permille: 500 },
      { fromPercent: 100, permille: 1000 },
    ],
  },
});
/** Facts with every member that there can be. */
export const fullFacts = {
  placement: {
    relatedOrgNos: ['5567000001'],
    periods: [
      { number: 1, from: '2024-03-01', to: '2024-08-28' },
      { number: 2, from: '2024-08-28', to: '2025-02-24' },
    ],
    end: '2024-06-01',
    endReason: 'outcome',
  },
  reports: [approved('2024-03', '2024-04-06'), approved('2024-04', '2024-05-06')],
  absences: [{ date: '2024-03-11', reason: 'sick' }],
  outcome: work({ appliedOn: '2024-05-01' }),
  posted: [{ key: 'speed', amountOre: -5 }],
  asOf: '2024-06-01',
};
/** A right input with every member that there can be, its speed bonus by unused base pay, or by tiers. */
export const byUnused = input(fullFacts, unusedAgreement);
export const byTiers = input(fullFacts, tierAgreement);

/** The faults as `pointer code`, in the order they are told. */
export function faultsOf(value: unknown): readonly string[] {
  const read = validateInput(value);
  return read.ok ? [] : read.error.map(({ pointer, code }) => `${pointer} ${code}`);
}
