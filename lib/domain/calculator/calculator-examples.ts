import { type CalculatorState, readState } from '#lib/domain/calculator/calculator-state.ts';
import { addMonthsTo, firstDay, type Month, monthOf } from '#lib/shared/month.ts';
import { addDays, addMonths, type PlainDate } from '#lib/shared/plain-date.ts';

export const EXAMPLE_NAMES = ['jobAfterThreeMonths', 'reportMissing', 'studiesAfterService'] as const;
export type ExampleName = (typeof EXAMPLE_NAMES)[number];

/** A service period is 180 days: its last day. */
function lastDayOf(from: PlainDate): PlainDate {
  return addDays(from, 179);
}

function approved(months: readonly Month[]): Record<string, string> {
  return Object.fromEntries(
    months.flatMap((month, index) => [
      [`reports.${index}.month`, month],
      [`reports.${index}.status`, 'approved'],
      [`reports.${index}.submittedOn`, addDays(firstDay(addMonthsTo(month, 1)), 4)],
    ]),
  );
}

function monthsFrom(first: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => addMonthsTo(first, index));
}

/** Full-time work after three months of service, which has lasted: everything that an agreement can give. */
function jobAfterThreeMonths(today: PlainDate): Record<string, string> {
  const first = addMonthsTo(monthOf(today), -9);
  const start = firstDay(addMonthsTo(first, 3));
  return {
    level: 'B',
    'periods.0.number': '1',
    'periods.0.from': firstDay(first),
    'periods.0.to': lastDayOf(firstDay(first)),
    end: addDays(start, -1),
    endReason: 'outcome',
    ...approved(monthsFrom(first, 3)),
    'outcome.type': 'employment',
    'outcome.status': 'approved',
    'outcome.from': start,
    'outcome.signalledOn': start,
    'outcome.verifiedThrough': addDays(today, -1),
    'spells.0.from': start,
    'spells.0.extentPercent': '100',
  };
}

/** Three months of service: one is paid, one has no report, one has a report that nobody has approved yet. */
function reportMissing(today: PlainDate): Record<string, string> {
  const first = addMonthsTo(monthOf(today), -3);
  const last = addMonthsTo(first, 2);
  return {
    level: 'C',
    'periods.0.number': '1',
    'periods.0.from': firstDay(first),
    'periods.0.to': lastDayOf(firstDay(first)),
    ...approved([first]),
    'reports.1.month': last,
    'reports.1.status': 'submitted',
    'reports.1.submittedOn': firstDay(monthOf(today)),
  };
}

/** Studies that began a month after the whole service and still go on: the result pay has a day ahead. */
function studiesAfterService(today: PlainDate): Record<string, string> {
  const first = addMonthsTo(monthOf(today), -8);
  const last = lastDayOf(firstDay(first));
  const start = addMonths(addDays(last, 1), 1);
  return {
    level: 'A',
    'periods.0.number': '1',
    'periods.0.from': firstDay(first),
    'periods.0.to': last,
    end: last,
    endReason: 'completed',
    ...approved(monthsFrom(first, 6)),
    'outcome.type': 'studies',
    'outcome.status': 'approved',
    'outcome.from': start,
    'outcome.signalledOn': start,
    'outcome.appliedOn': addMonths(start, -2),
    'outcome.verifiedThrough': today,
    'spells.0.from': start,
    'spells.0.extentPercent': '100',
  };
}

const EXAMPLES = { jobAfterThreeMonths, reportMissing, studiesAfterService } as const satisfies Record<
  ExampleName,
  (today: PlainDate) => Record<string, string>
>;

/** A ready example as it would be today, under an agreement version. */
export function exampleState(name: ExampleName, agreement: string, today: PlainDate): CalculatorState {
  return readState(new URLSearchParams({ agreement, ...EXAMPLES[name](today), asOf: today }));
}
