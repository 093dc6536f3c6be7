import { rowsOfVector } from '#lib/domain/report/activity-vector.ts';
import { activityVector } from '#lib/domain/report/activity-vector.ts';
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

type Row = {
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

/** Months beside those of others and beside earlier ones, in one statement however many they are; by placement and month. */
export async function compareMonths(
  tx: Tx,
  months: readonly ToCompare[],
  { termsOf, today, withDrafts }: Comparing,
): Promise<(month: Pick<ToCompare, 'placementId' | 'facts'>) => Compared> {
  if (months.length === 0) return () => NOT_COMPARED;
  const before = Math.max(...months.map(({ facts }) => termsOf(facts.month).distanceOnlyMonths)) - 1;
  const rows = await queryJson<Row>(
    tx,
    Prisma.sql`SELECT * FROM app.compared(${months.map(({ placementId }) => placementId)}::uuid[],
      ${months.map(({ facts }) => firstDay(facts.month))}::date[], ${months.map(({ content }) => activityVector(content))}::text[],
      ${today}::date, ${before}::int, ${withDrafts}::boolean)`,
  );
  const byKey = new Map(rows.map((row) => [`${row.placement_id} ${row.month}`, row]));
  const compared = new Map(
    months.flatMap((month) => {
      const key = `${month.placementId} ${month.facts.month}`;
      const row = byKey.get(key);
      return row === undefined ? [] : [[key, comparedOf(month, row, termsOf(month.facts.month))] as const];
    }),
  );
  return ({ placementId, facts }) => compared.get(`${placementId} ${facts.month}`) ?? NOT_COMPARED;
}

function comparedOf({ content, facts }: ToCompare, row: Row, terms: Terms): Compared {
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
  { first, kept, held }: Row['log'],
  { month, periods }: ToCompare['facts'],
): LoggedMeetings | null {
  if (!kept || first === null) return null;
  const begins = periods[0]?.from ?? first;
  return { since: begins >= firstDay(previousMonth(month)) ? begins : first, held };
}

/** Months in a row before `month` with support and nothing on site. */
function distanceMonths(month: Month, earlier: NonNullable<Row['earlier']>): number {
  const vectors = new Map(earlier.map(({ month: of, vector }) => [of, vector]));
  let count = 0;
  for (let at = previousMonth(month); ; at = previousMonth(at)) {
    const { support, onSite } = minutesOf(rowsOfVector(vectors.get(at) ?? ''));
    if (support === 0 || onSite > 0) return count;
    count += 1;
  }
}
