import {
  amount,
  boolean,
  type Check,
  date,
  dig,
  integer,
  list,
  type Loose,
  missingAs,
  nullable,
  object,
  oneOf,
  type Read,
  strictlyRising,
  string,
  tell,
} from '#lib/domain/compensation/reader.ts';
import {
  ABSENCE_REASONS,
  type AgreementVersion,
  type BasePayRate,
  COUNT_FROM,
  type ExtentShare,
  type Milestone,
  OUTCOME_TYPES,
  type ResultPayRate,
  type Tier,
  type UnusedBasePayBonus,
} from '#lib/domain/compensation/types.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

const percent = integer(1, 100);
const share = integer(1, 1000);
const atLeastZero = integer(0);
const atLeastOne = integer(1);
const amountTable = object({ A: amount(0), B: amount(0), C: amount(0) });

const checkMilestones: Check<readonly Milestone[]> = (milestones, pointer, faults) => {
  strictlyRising<Milestone>(({ months }) => months, 'months')(milestones, pointer, faults);
  const shares = milestones.map((milestone) => milestone?.sharePermille);
  const sum = shares.reduce<number>((total, one) => total + (one ?? 0), 0);
  if (sum !== 1000 && !shares.includes(undefined)) {
    tell(faults, pointer, 'sharesNot1000', `Andelarna ska bli 1000 promille tillsammans, men är ${sum}.`);
  }
};

const unusedBasePayBonus = object({
  kind: oneOf(['unusedBasePay']),
  sharePermille: share,
  minExtentPercent: percent,
  releaseMonths: atLeastOne,
});

const tierBonus = object({
  kind: oneOf(['tiers']),
  tiers: list(object({ beforeDay: atLeastOne, ore: amountTable }), {
    notEmpty: true,
    check: strictlyRising<Tier>(({ beforeDay }) => beforeDay, 'beforeDay'),
  }),
  minExtentPercent: percent,
  releaseMonths: atLeastOne,
});

/** What both kinds have: read where the kind is none of them. */
const someBonus = object({
  kind: oneOf(['unusedBasePay', 'tiers']),
  minExtentPercent: percent,
  releaseMonths: atLeastOne,
});

/** The kind says which of the two shapes is meant. */
const speedBonus: Read<NonNullable<AgreementVersion['speedBonus']>> = (value, pointer, faults) => {
  switch (dig(value, 'kind')) {
    case 'tiers':
      return tierBonus(value, pointer, faults);
    case 'unusedBasePay':
      return unusedBasePayBonus(value, pointer, faults);
    default:
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- never taken: its kind was told as a fault
      return someBonus(value, pointer, faults) as UnusedBasePayBonus | undefined;
  }
};

/** Tells a `releaseMonths` that is not the months of any milestone; nothing while one of them cannot be read. */
function checkRelease(
  milestones: Loose<readonly Milestone[]> | undefined,
  release: { readonly releaseMonths?: number | undefined } | null | undefined,
  pointer: string,
  faults: FieldProblem[],
): void {
  const months = milestones?.map((milestone) => milestone?.months) ?? [undefined];
  if (months.includes(undefined) || release?.releaseMonths === undefined) return;
  if (months.includes(release.releaseMonths)) return;
  tell(faults, `${pointer}/releaseMonths`, 'noSuchMilestone', 'Ange månaderna för en av milstolparna.');
}

/** Reads an agreement version; everything in compensation model section 1 that does not hold is a fault. */
export const readAgreement: Read<AgreementVersion> = object(
  {
    id: string,
    name: string,
    workdays: object({ weekdays: list(integer(1, 7), { notEmpty: true }), holidays: list(date) }),
    basePay: object({
      rates: list(object({ from: date, orePerDay: amountTable }), {
        notEmpty: true,
        check: strictlyRising<BasePayRate>(({ from }) => from, 'from'),
      }),
      noPayAbsences: list(oneOf(ABSENCE_REASONS)),
      lapsesAfterDays: nullable(atLeastZero),
    }),
    resultPay: object({
      rates: list(object({ from: date, ore: amountTable }), {
        notEmpty: true,
        check: strictlyRising<ResultPayRate>(({ from }) => from, 'from'),
      }),
      milestones: list(object({ months: atLeastOne, sharePermille: share }), {
        notEmpty: true,
        check: checkMilestones,
      }),
      types: list(oneOf(OUTCOME_TYPES), { notEmpty: true }),
      minExtentPercent: percent,
      maxGapDays: atLeastZero,
      startWithinMonthsAfterEnd: atLeastZero,
      signalWithinMonthsAfterEnd: atLeastZero,
      excludeRelatedEmployers: boolean,
      countFrom: missingAs(oneOf(COUNT_FROM), 'outcomeStart'),
      extentShares: nullable(
        list(object({ fromPercent: percent, permille: share }), {
          notEmpty: true,
          check: strictlyRising<ExtentShare>(({ fromPercent }) => fromPercent, 'fromPercent'),
        }),
      ),
      studiesByApplication: missingAs(boolean, false),
    }),
    speedBonus: nullable(speedBonus),
    supplement: nullable(
      object({ ore: amountTable, withinPeriods: oneOf([1, 2]), releaseMonths: atLeastOne }),
    ),
    vatPermille: integer(0, 1000),
  },
  (read, pointer, faults) => {
    const milestones = read.resultPay?.milestones;
    checkRelease(milestones, read.speedBonus, `${pointer}/speedBonus`, faults);
    checkRelease(milestones, read.supplement, `${pointer}/supplement`, faults);
  },
);
