import {
  amount,
  type Check,
  date,
  integer,
  list,
  month,
  nullable,
  object,
  oneOf,
  orgNo,
  type Read,
  string,
  tell,
} from '#lib/domain/compensation/reader.ts';
import {
  ABSENCE_REASONS,
  DOCUMENT_STATUSES,
  END_REASONS,
  LEVELS,
  OUTCOME_TYPES,
  type PlacementFacts,
  type ReportFact,
  type ServicePeriod,
} from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Tells a stretch whose end is not after its beginning. */
function checkStretch(
  { from, to }: { readonly from?: PlainDate | undefined; readonly to?: PlainDate | null | undefined },
  pointer: string,
  faults: FieldProblem[],
): void {
  if (from === undefined || to === undefined || to === null || from < to) return;
  tell(faults, `${pointer}/to`, 'emptyPeriod', 'Slutet måste vara efter början. Slutdagen räknas inte med.');
}

const checkPeriods: Check<readonly ServicePeriod[]> = (periods, pointer, faults) => {
  const [first, second] = periods;
  if (periods.length > 2) tell(faults, pointer, 'tooMany', 'En placering har högst två tjänsteperioder.');
  if (first?.number !== undefined && second?.number !== undefined && second.number <= first.number) {
    tell(faults, `${pointer}/1/number`, 'notSorted', 'Tjänsteperiodernas nummer måste stiga.');
  }
  if (first?.to !== undefined && second?.from !== undefined && second.from < first.to) {
    tell(
      faults,
      `${pointer}/1/from`,
      'overlap',
      'Tjänsteperioderna får inte gå i varandra och ska stå i ordning.',
    );
  }
};

/** The first of the days, whatever their order; undefined where one of them could not be read. */
function earliest(days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  return days.reduce((a, b) => (a === undefined || b === undefined ? undefined : a < b ? a : b));
}

function latest(days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  return days.reduce((a, b) => (a === undefined || b === undefined ? undefined : a > b ? a : b));
}

const checkEnd: Check<PlacementFacts['placement']> = ({ periods, end, endReason }, pointer, faults) => {
  if (end === null && endReason !== null && endReason !== undefined) {
    tell(faults, `${pointer}/end`, 'endMissing', 'Ange när placeringen slutade, eller ta bort slutorsaken.');
  }
  if (endReason === null && end !== null && end !== undefined) {
    tell(
      faults,
      `${pointer}/endReason`,
      'endReasonMissing',
      'Ange varför placeringen slutade, eller ta bort slutet.',
    );
  }
  if (periods === undefined || end === null || end === undefined) return;
  const from = earliest(periods.map((period) => period?.from));
  const to = latest(periods.map((period) => period?.to));
  if ((from !== undefined && end < from) || (to !== undefined && end > to)) {
    tell(
      faults,
      `${pointer}/end`,
      'endOutsidePeriods',
      `Slutet måste ligga ${from === undefined ? '' : `från ${from} `}till ${to ?? 'periodernas slut'}.`,
    );
  }
};

const checkReports: Check<readonly ReportFact[]> = (reports, pointer, faults) => {
  const seen = new Set<string>();
  reports.forEach((report, index) => {
    const reported = report?.month;
    if (reported === undefined) return;
    if (seen.has(reported)) {
      tell(faults, `${pointer}/${index}/month`, 'duplicate', `Det finns redan en rapport för ${reported}.`);
    }
    seen.add(reported);
  });
};

/** Reads the facts of one placement; everything in compensation model section 2 that does not hold is a fault. */
export const readFacts: Read<PlacementFacts> = object({
  placement: object(
    {
      id: string,
      level: oneOf(LEVELS),
      providerOrgNo: orgNo,
      relatedOrgNos: list(orgNo),
      periods: list(object({ number: oneOf([1, 2]), from: date, to: date }, checkStretch), {
        notEmpty: true,
        check: checkPeriods,
      }),
      end: nullable(date),
      endReason: nullable(oneOf(END_REASONS)),
    },
    checkEnd,
  ),
  reports: list(object({ month, status: oneOf(DOCUMENT_STATUSES), submittedOn: date }), {
    check: checkReports,
  }),
  absences: list(object({ date, reason: oneOf(ABSENCE_REASONS) })),
  outcome: nullable(
    object({
      type: oneOf(OUTCOME_TYPES),
      status: oneOf(DOCUMENT_STATUSES),
      from: date,
      signalledOn: date,
      appliedOn: nullable(date),
      verifiedThrough: nullable(date),
      spells: list(
        object(
          { from: date, to: nullable(date), extentPercent: integer(1, 100), employerOrgNo: nullable(orgNo) },
          checkStretch,
        ),
      ),
    }),
  ),
  posted: list(object({ key: string, amountOre: amount(Number.MIN_SAFE_INTEGER) })),
  asOf: date,
});
