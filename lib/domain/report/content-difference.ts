import { inOrder, type ReportContent, type ReportRow, rowOrder } from '#lib/domain/report/report-content.ts';

/** Minutes of one activity and form that are not the same in two contents; 0 where one of them has no such row. */
export type RowDifference = Pick<ReportRow, 'activity' | 'form'> & {
  readonly before: number;
  readonly after: number;
};

/** A field of the whole month that is not the same. */
export type Changed<Value> = { readonly before: Value; readonly after: Value };

export type ContentDifference = {
  readonly rows: readonly RowDifference[];
  readonly languageSupport: Changed<ReportContent['languageSupport']> | null;
  readonly jobSuggestions: Changed<number> | null;
  readonly noActivityReason: Changed<ReportContent['noActivityReason']> | null;
};

function keyOf({ activity, form }: Pick<ReportRow, 'activity' | 'form'>): string {
  return `${activity} ${form ?? ''}`;
}

function changed<Value>(before: Value, after: Value): Changed<Value> | null {
  return before === after ? null : { before, after };
}

/** What differs between two contents, minutes by activity and form in the order people see them. Never fails. */
export function contentDifference(before: ReportContent, after: ReportContent): ContentDifference {
  const was = new Map(before.rows.map((row) => [keyOf(row), row]));
  const is = new Map(after.rows.map((row) => [keyOf(row), row]));
  const rows = [...new Map([...was, ...is])].flatMap(([key, { activity, form }]): RowDifference[] => {
    const minutes = { before: was.get(key)?.minutes ?? 0, after: is.get(key)?.minutes ?? 0 };
    return minutes.before === minutes.after ? [] : [{ activity, form, ...minutes }];
  });
  return {
    rows: rows.toSorted((a, b) => rowOrder(a) - rowOrder(b)),
    languageSupport: changed(before.languageSupport, after.languageSupport),
    jobSuggestions: changed(before.jobSuggestions, after.jobSuggestions),
    noActivityReason: changed(before.noActivityReason, after.noActivityReason),
  };
}

/** Whether two contents say the same, whatever the order of their rows. */
export function saysTheSame(before: ReportContent, after: ReportContent): boolean {
  const { rows, languageSupport, jobSuggestions, noActivityReason } = contentDifference(
    inOrder(before),
    inOrder(after),
  );
  return (
    rows.length === 0 && languageSupport === null && jobSuggestions === null && noActivityReason === null
  );
}
