import {
  amount,
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

function checkPeriods(periods: readonly ServicePeriod[], pointer: string, faults: FieldProblem[]): void {
  const [first, second] = periods;
  if (periods.length > 2) {
    tell(faults, pointer, 'tooMany', 'En placering har högst två tjänsteperioder.');
  } else if (first !== undefined && second !== undefined) {
    if (second.number <= first.number) {
      tell(faults, `${pointer}/1/number`, 'notSorted', 'Tjänsteperiodernas nummer måste stiga.');
    }
    if (second.from < first.to) {
      tell(
        faults,
        `${pointer}/1/from`,
        'overlap',
        'Tjänsteperioderna får inte gå i varandra och ska stå i ordning.',
      );
    }
  }
}

type ReadPlacement = {
  readonly periods?: readonly ServicePeriod[] | undefined;
  readonly end?: PlainDate | null | undefined;
  readonly endReason?: string | null | undefined;
};

function checkEnd({ periods, end, endReason }: ReadPlacement, pointer: string, faults: FieldProblem[]): void {
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
  const from = periods?.at(0)?.from;
  const to = periods?.at(-1)?.to;
  if (from === undefined || to === undefined || end === null || end === undefined) return;
  if (end < from || end > to) {
    tell(faults, `${pointer}/end`, 'endOutsidePeriods', `Slutet måste ligga från ${from} till ${to}.`);
  }
}

function checkReports(reports: readonly ReportFact[], pointer: string, faults: FieldProblem[]): void {
  const seen = new Set<string>();
  reports.forEach((report, index) => {
    if (seen.has(report.month)) {
      tell(
        faults,
        `${pointer}/${index}/month`,
        'duplicate',
        `Det finns redan en rapport för ${report.month}.`,
      );
    }
    seen.add(report.month);
  });
}

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
