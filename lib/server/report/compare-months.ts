import { activityVector, rowsOfVector } from '#lib/domain/report/activity-vector.ts';
import type { Level } from '#lib/domain/compensation/types.ts';
import { likelyOthers } from '#lib/domain/report/likely-others.ts';
import { minutesOf, type ReportContent } from '#lib/domain/report/report-content.ts';
import {
  type Disputed,
  type LoggedMeetings,
  type ReportFacts,
  serviceDays,
  serviceInMonth,
} from '#lib/domain/report/report-facts.ts';
import { type LevelBefore, usualHours } from '#lib/domain/report/usual-hours.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, type Month, previousMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What a month is compared by. */
export type Comparing = {
  readonly termsOf: (month: Month) => Terms;
  readonly today: PlainDate;
  /** Months that somebody is filling in count among the others. */
  readonly withDrafts: boolean;
};

type Compared = Pick<ReportFacts, 'meetings' | 'disputed' | 'compared'>;
/** Where nothing is compared: of history, and while only the report itself is asked about. */
export const NOT_COMPARED: Compared = { meetings: null, disputed: [], compared: null };

/** A month with its content, and the facts of its service. */
export type ToCompare = {
  readonly placementId: string;
  readonly level: Level;
  readonly content: ReportContent;
  readonly facts: Pick<ReportFacts, 'month' | 'periods' | 'end'>;
};

/** A row of `app.compared`. */
export type ComparedRow = {
  readonly placement_id: string;
  readonly month: Month;
  readonly others: number;
  readonly reports: number;
  readonly office_same: number | null;
  readonly office_reports: number | null;
  readonly area_same: number | null;
  readonly area_reports: number | null;
  readonly office_level: LevelBefore | null;
  readonly area_level: LevelBefore | null;
  readonly coach_on: PlainDate;
  readonly coach_participants: number | null;
  readonly coach_day: PlainDate | null;
  readonly coach_minutes: number | null;
  readonly earlier: readonly { readonly month: Month; readonly vector: string }[] | null;
  readonly log: {
    readonly first: PlainDate | null;
    readonly kept: boolean;
    readonly held: LoggedMeetings['held'];
  };
  readonly disputed: readonly Disputed[] | null;
};

type KeyToCompare = Pick<ToCompare, 'placementId' | 'content'> & { readonly month: Month };

/** What months are compared by, of all of them at once; read by {@link comparedBy}. */
export function askCompared(
  keys: readonly KeyToCompare[],
  { termsOf, today, withDrafts }: Comparing,
): Prisma.Sql {
  const before = Math.max(1, ...keys.map(({ month }) => termsOf(month).distanceOnlyMonths)) - 1;
  return Prisma.sql`SELECT * FROM app.compared(${keys.map(({ placementId }) => placementId)}::uuid[],
    ${keys.map(({ month }) => firstDay(month))}::date[], ${keys.map(({ content }) => activityVector(content))}::text[],
    ${today}::date, ${before}::int, ${withDrafts}::boolean)`;
}

/** Tells of each month what it is compared by, as {@link askCompared} has found it. */
export function comparedBy(
  rows: readonly ComparedRow[],
  { termsOf }: Pick<Comparing, 'termsOf'>,
): (month: ToCompare) => Compared {
  const byKey = new Map(rows.map((row) => [`${row.placement_id} ${row.month}`, row]));
  return (month) => {
    const row = byKey.get(`${month.placementId} ${month.facts.month}`);
    return row === undefined ? NOT_COMPARED : comparedOf(month, row, termsOf(month.facts.month));
  };
}

/** Months beside those of others and beside earlier ones, in one statement however many they are. */
export async function compareMonths(
  tx: Tx,
  months: readonly ToCompare[],
  comparing: Comparing,
): Promise<(month: ToCompare) => Compared> {
  if (months.length === 0) return () => NOT_COMPARED;
  const keys = months.map(({ placementId, facts: { month }, content }) => ({ placementId, month, content }));
  return comparedBy(await queryJson<ComparedRow>(tx, askCompared(keys, comparing)), comparing);
}

function comparedOf({ content, facts }: ToCompare, row: ComparedRow, terms: Terms): Compared {
  return {
    meetings: meetingsOf(row.log, facts),
    disputed: row.disputed ?? [],
    compared: {
      sameHours: {
        vector: activityVector(content),
        others: row.others,
        likely: likelyOthers({
          others: Math.max(0, row.reports - 1),
          rows: content.rows.length,
          office: { same: row.office_same, reports: row.office_reports ?? 0 },
          area: { same: row.area_same, reports: row.area_reports ?? 0 },
        }),
      },
      usual: usualHours(
        {
          office: row.office_level,
          area: row.area_level,
          serviceDays: serviceDays(serviceInMonth(facts)),
        },
        terms,
      ),
      coach:
        row.coach_participants === null ? null : { on: row.coach_on, participants: row.coach_participants },
      coachDay:
        row.coach_day === null || row.coach_minutes === null
          ? null
          : { date: row.coach_day, minutes: row.coach_minutes },
      distanceMonths: distanceMonths(facts.month, row.earlier ?? []),
    },
  };
}

/**
 * Where the month has a log, it tells from the first day of the service if that lies in this month or the one before, else from
 * the first day with anything in it: what was before it was perhaps not logged here.
 */
function meetingsOf(
  { first, kept, held }: ComparedRow['log'],
  { month, periods }: ToCompare['facts'],
): LoggedMeetings | null {
  if (!kept || first === null) return null;
  const begins = periods[0]?.from ?? first;
  return { since: begins >= firstDay(previousMonth(month)) ? begins : first, held };
}

/** Months in a row before `month` with support and nothing on site. */
function distanceMonths(month: Month, earlier: NonNullable<ComparedRow['earlier']>): number {
  const vectors = new Map(earlier.map(({ month: of, vector }) => [of, vector]));
  let count = 0;
  for (let at = previousMonth(month); ; at = previousMonth(at)) {
    const { support, onSite } = minutesOf(rowsOfVector(vectors.get(at) ?? ''));
    if (support === 0 || onSite > 0) return count;
    count += 1;
  }
}
