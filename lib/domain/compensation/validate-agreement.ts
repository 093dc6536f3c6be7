import {
  amount,
  boolean,
  date,
  integer,
  list,
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
  COUNT_FROM,
  type Milestone,
  OUTCOME_TYPES,
} from '#lib/domain/compensation/types.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

const percent = integer(1, 100);
const share = integer(1, 1000);
const atLeastZero = integer(0);
const atLeastOne = integer(1);
const amountTable = object({ A: amount(0), B: amount(0), C: amount(0) });

function checkMilestones(milestones: readonly Milestone[], pointer: string, faults: FieldProblem[]): void {
  strictlyRising<Milestone>(({ months }) => months, 'months')(milestones, pointer, faults);
  const sum = milestones.reduce((total, { sharePermille }) => total + sharePermille, 0);
  if (sum !== 1000) {
    tell(faults, pointer, 'sharesNot1000', `Andelarna ska bli 1000 promille tillsammans, men är ${sum}.`);
  }
}

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
    check: strictlyRising(({ beforeDay }) => beforeDay, 'beforeDay'),
  }),
  minExtentPercent: percent,
  releaseMonths: atLeastOne,
});

const bonusKind = object({ kind: oneOf(['unusedBasePay', 'tiers']) });

/** The kind says which of the two shapes is meant. */
const speedBonus: Read<NonNullable<AgreementVersion['speedBonus']>> = (value, pointer, faults) => {
  const kind = bonusKind(value, pointer, faults)?.kind;
  if (kind === undefined) return undefined;
  return kind === 'tiers' ? tierBonus(value, pointer, faults) : unusedBasePayBonus(value, pointer, faults);
};

/** Tells a `releaseMonths` that is not the months of any milestone. */
function checkRelease(
  milestones: readonly Milestone[] | undefined,
  release: { readonly releaseMonths: number } | null | undefined,
  pointer: string,
  faults: FieldProblem[],
): void {
  if (milestones === undefined || release === undefined || release === null) return;
  if (milestones.some(({ months }) => months === release.releaseMonths)) return;
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
        check: strictlyRising(({ from }) => from, 'from'),
      }),
      noPayAbsences: list(oneOf(ABSENCE_REASONS)),
      lapsesAfterDays: nullable(atLeastZero),
    }),
    resultPay: object({
      rates: list(object({ from: date, ore: amountTable }), {
        notEmpty: true,
        check: strictlyRising(({ from }) => from, 'from'),
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
          check: strictlyRising(({ fromPercent }) => fromPercent, 'fromPercent'),
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
