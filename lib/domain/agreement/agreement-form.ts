import { dig } from '#lib/domain/compensation/reader.ts';
import { memberAt, stepsOf } from '#lib/domain/agreement/member.ts';
import {
  oreFromTyped,
  permilleFromTyped,
  plainText,
  type Typed,
  typedFromOre,
  typedFromPermille,
  wholeFromTyped,
} from '#lib/domain/agreement/typed-value.ts';

type Levels = { readonly A: string; readonly B: string; readonly C: string };

/** An agreement version as it is typed: kronor, percentages and dates as text, boxes as yes or no. */
export type AgreementForm = {
  readonly id: string;
  readonly name: string;
  readonly workdays: { readonly weekdays: readonly string[]; readonly holidays: string };
  readonly basePay: {
    readonly rates: readonly { readonly from: string; readonly orePerDay: Levels }[];
    readonly noPayAbsences: readonly string[];
    readonly lapsesAfterDays: string;
  };
  readonly resultPay: {
    readonly rates: readonly { readonly from: string; readonly ore: Levels }[];
    readonly milestones: readonly { readonly months: string; readonly sharePermille: string }[];
    readonly types: readonly string[];
    readonly minExtentPercent: string;
    readonly maxGapDays: string;
    readonly startWithinMonthsAfterEnd: string;
    readonly signalWithinMonthsAfterEnd: string;
    readonly excludeRelatedEmployers: boolean;
    readonly countFrom: string;
    readonly extentShares: readonly { readonly fromPercent: string; readonly permille: string }[];
    readonly studiesByApplication: boolean;
  };
  readonly speedBonus: {
    readonly kind: string;
    readonly sharePermille: string;
    readonly tiers: readonly { readonly beforeDay: string; readonly ore: Levels }[];
    readonly minExtentPercent: string;
    readonly releaseMonths: string;
  };
  readonly supplement: {
    readonly exists: boolean;
    readonly ore: Levels;
    readonly withinPeriods: string;
    readonly releaseMonths: string;
  };
  readonly vatPermille: string;
};

/** What is left empty is not there, so that it is told as missing and not as wrong. */
function typed(text: string, read: (text: string) => Typed): Typed | undefined {
  return text.trim() === '' ? undefined : read(text);
}

const ore = (text: string) => typed(text, oreFromTyped);
const permille = (text: string) => typed(text, permilleFromTyped);
const whole = (text: string) => typed(text, wholeFromTyped);
const plain = (text: string) => typed(text, (given) => given.trim());

function levels({ A, B, C }: Levels): Readonly<Record<string, Typed | undefined>> {
  return { A: ore(A), B: ore(B), C: ore(C) };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : Object.values(value ?? {}).every(isEmpty);
}

/** Rows in which nothing is typed are not there: emptying a row takes it away. */
function filled<Row>(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => !isEmpty(row));
}

function speedBonus({ kind, ...bonus }: AgreementForm['speedBonus']): object | null {
  if (kind === '' || kind === 'none') return null;
  const common = {
    minExtentPercent: whole(bonus.minExtentPercent),
    releaseMonths: whole(bonus.releaseMonths),
  };
  return kind === 'tiers'
    ? {
        kind,
        tiers: filled(bonus.tiers).map((tier) => ({
          beforeDay: whole(tier.beforeDay),
          ore: levels(tier.ore),
        })),
        ...common,
      }
    : { kind, sharePermille: permille(bonus.sharePermille), ...common };
}

/** The document that was typed, right or wrong: what cannot be read stands in it as text, for the validator to refuse. */
export function documentFromForm(form: AgreementForm): Readonly<Record<string, unknown>> {
  const { workdays, basePay, resultPay, supplement } = form;
  const shares = filled(resultPay.extentShares);
  return {
    id: plain(form.id),
    name: plain(form.name),
    workdays: {
      weekdays: workdays.weekdays.map(wholeFromTyped),
      holidays: workdays.holidays.split(/[\s,;]+/).filter((date) => date !== ''),
    },
    basePay: {
      rates: filled(basePay.rates).map(({ from, orePerDay }) => ({
        from: plain(from),
        orePerDay: levels(orePerDay),
      })),
      noPayAbsences: basePay.noPayAbsences,
      lapsesAfterDays: whole(basePay.lapsesAfterDays) ?? null,
    },
    resultPay: {
      rates: filled(resultPay.rates).map((rate) => ({ from: plain(rate.from), ore: levels(rate.ore) })),
      milestones: filled(resultPay.milestones).map(({ months, sharePermille }) => ({
        months: whole(months),
        sharePermille: permille(sharePermille),
      })),
      types: resultPay.types,
      minExtentPercent: whole(resultPay.minExtentPercent),
      maxGapDays: whole(resultPay.maxGapDays),
      startWithinMonthsAfterEnd: whole(resultPay.startWithinMonthsAfterEnd),
      signalWithinMonthsAfterEnd: whole(resultPay.signalWithinMonthsAfterEnd),
      excludeRelatedEmployers: resultPay.excludeRelatedEmployers,
      countFrom: resultPay.countFrom,
      extentShares:
        shares.length === 0
          ? null
          : shares.map((share) => ({
              fromPercent: whole(share.fromPercent),
              permille: permille(share.permille),
            })),
      studiesByApplication: resultPay.studiesByApplication,
    },
    speedBonus: speedBonus(form.speedBonus),
    supplement: supplement.exists
      ? {
          ore: levels(supplement.ore),
          withinPeriods: whole(supplement.withinPeriods),
          releaseMonths: whole(supplement.releaseMonths),
        }
      : null,
    vatPermille: permille(form.vatPermille),
  };
}

/** What stands in the field with this name (`basePay.rates.0.orePerDay.A`) when the document is opened in the form. */
export function typedAt(document: unknown, name: string): string {
  const steps = stepsOf(name);
  const value = dig(document, ...steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
  const kind = memberAt(steps)?.kind;
  if (kind === 'kronor') return typedFromOre(value);
  return kind === 'percentShare' ? typedFromPermille(value) : plainText(value);
}

/** The list at a path, empty where there is none. */
export function listAt(document: unknown, name: string): readonly unknown[] {
  const value = dig(document, ...stepsOf(name));
  return Array.isArray(value) ? value : [];
}
