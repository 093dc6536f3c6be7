import { type AgreementForm, listAt, typedAt } from '#lib/domain/agreement/agreement-form.ts';
import { dig } from '#lib/domain/compensation/reader.ts';

/** What the form shows of a document, as it would be posted again. */
export function agreementFormOf(document: unknown): AgreementForm {
  const text = (name: string) => typedAt(document, name);
  const levels = (name: string) => ({ A: text(`${name}.A`), B: text(`${name}.B`), C: text(`${name}.C`) });
  const rows = <Row>(name: string, row: (at: string) => Row) =>
    listAt(document, name).map((_, index) => row(`${name}.${index}`));
  const values = (name: string) => rows(name, text);
  const isTicked = (...path: string[]) => dig(document, ...path) === true;
  return {
    id: text('id'),
    name: text('name'),
    workdays: { weekdays: values('workdays.weekdays'), holidays: values('workdays.holidays').join('\n') },
    basePay: {
      rates: rows('basePay.rates', (at) => ({
        from: text(`${at}.from`),
        orePerDay: levels(`${at}.orePerDay`),
      })),
      noPayAbsences: values('basePay.noPayAbsences'),
      lapsesAfterDays: text('basePay.lapsesAfterDays'),
    },
    resultPay: {
      rates: rows('resultPay.rates', (at) => ({ from: text(`${at}.from`), ore: levels(`${at}.ore`) })),
      milestones: rows('resultPay.milestones', (at) => ({
        months: text(`${at}.months`),
        sharePermille: text(`${at}.sharePermille`),
      })),
      types: values('resultPay.types'),
      minExtentPercent: text('resultPay.minExtentPercent'),
      maxGapDays: text('resultPay.maxGapDays'),
      startWithinMonthsAfterEnd: text('resultPay.startWithinMonthsAfterEnd'),
      signalWithinMonthsAfterEnd: text('resultPay.signalWithinMonthsAfterEnd'),
      excludeRelatedEmployers: isTicked('resultPay', 'excludeRelatedEmployers'),
      countFrom: text('resultPay.countFrom') || 'outcomeStart',
      extentShares: rows('resultPay.extentShares', (at) => ({
        fromPercent: text(`${at}.fromPercent`),
        permille: text(`${at}.permille`),
      })),
      studiesByApplication: isTicked('resultPay', 'studiesByApplication'),
    },
    speedBonus: {
      kind: text('speedBonus.kind') || 'none',
      sharePermille: text('speedBonus.sharePermille'),
      tiers: rows('speedBonus.tiers', (at) => ({
        beforeDay: text(`${at}.beforeDay`),
        ore: levels(`${at}.ore`),
      })),
      minExtentPercent: text('speedBonus.minExtentPercent'),
      releaseMonths: text('speedBonus.releaseMonths'),
    },
    supplement: {
      exists: (dig(document, 'supplement') ?? null) !== null,
      ore: levels('supplement.ore'),
      withinPeriods: text('supplement.withinPeriods'),
      releaseMonths: text('supplement.releaseMonths'),
    },
    vatPermille: text('vatPermille'),
  };
}
