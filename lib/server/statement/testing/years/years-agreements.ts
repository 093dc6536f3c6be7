import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import { swedishPublicHolidays } from '#lib/shared/workdays.ts';

const YEARS = Array.from({ length: 13 }, (_, index) => 2015 + index);
const HOLIDAYS = YEARS.flatMap((year) => swedishPublicHolidays(year));
const FROM = ['2015-01-01', '2019-03-11'] as const;

/** The example agreements with prices for all the years, two rows each, and one that another can be replaced by. */
const DOCUMENTS: readonly unknown[] = [
  {
    ...krom,
    id: 'years-krom',
    basePay: {
      ...krom.basePay,
      rates: [
        { from: FROM[0], orePerDay: { A: 5500, B: 6500, C: 7500 } },
        { from: FROM[1], orePerDay: { A: 5701, B: 6703, C: 7709 } },
      ],
    },
    resultPay: { ...krom.resultPay, rates: [{ ...krom.resultPay.rates[0], from: FROM[0] }] },
  },
  {
    ...rom2,
    id: 'years-rom2',
    workdays: { weekdays: [1, 2, 3, 4, 5], holidays: HOLIDAYS },
    basePay: {
      ...rom2.basePay,
      rates: rom2.basePay.rates.map((rate, index) => ({ ...rate, from: FROM[index] })),
    },
    resultPay: {
      ...rom2.resultPay,
      rates: rom2.resultPay.rates.map((rate, index) => ({ ...rate, from: FROM[index] })),
    },
  },
  {
    ...krom,
    id: 'years-replacement',
    workdays: { weekdays: [1, 2, 3, 4, 5], holidays: HOLIDAYS },
    basePay: { ...krom.basePay, rates: [{ from: FROM[0], orePerDay: { A: 4999, B: 6001, C: 7003 } }] },
    resultPay: {
      ...krom.resultPay,
      rates: [{ from: FROM[0], ore: { A: 1_400_001, B: 2_100_001, C: 2_900_001 } }],
      milestones: [
        { months: 2, sharePermille: 333 },
        { months: 4, sharePermille: 667 },
      ],
      extentShares: [
        { fromPercent: 50, permille: 500 },
        { fromPercent: 100, permille: 1000 },
      ],
    },
    vatPermille: 120,
  },
];

function read(document: unknown): AgreementVersion {
  const agreement = validateAgreement(document);
  if (!agreement.ok) throw new Error(JSON.stringify(agreement.error));
  return agreement.value;
}

export const YEARS_AGREEMENTS: readonly AgreementVersion[] = DOCUMENTS.map((document) => read(document));
