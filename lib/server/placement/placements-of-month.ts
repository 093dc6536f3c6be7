import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { Level } from '#lib/domain/compensation/types.ts';
import type { PlacementsOfMonthInput } from '#lib/schemas/api/placement.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 500;

/** A placement as a provider's own system needs it to fill in the rows of a month. Periods are half-open. */
export type ListedPlacement = {
  readonly id: string;
  /** The one that the month is reported under. */
  readonly implementationReference: string;
  readonly participantName: string;
  readonly level: Level;
  readonly office: { readonly id: string; readonly name: string };
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly periods: readonly {
    readonly number: number;
    readonly implementationReference: string;
    readonly from: PlainDate;
    readonly to: PlainDate;
  }[];
  /** Of a plan in force on some day of the month. */
  readonly plannedActivities: readonly ActivityCode[];
  /** The month's report that counts, if there is one. */
  readonly reportId: string | null;
};

export type PlacementsOfMonth = {
  readonly month: Month;
  readonly placements: readonly ListedPlacement[];
  readonly nextCursor: string | null;
};

type Page = { readonly page: PlacementsOfMonth; readonly participantIds: readonly string[] };
type Row = ListedPlacement & { readonly participantId: string };

/** The provider's placements with a day in the month, by id, page by page: what there is to report. */
export const placementsOfMonth = defineQuery<PlacementsOfMonthInput, Page>({
  name: 'placement.listByMonth',
  mandates: ['client:reports.read', 'client:reports.write'],
  purpose: 'Leverantörens eget system hämtar vilka som ska redovisas',
  run: async (tx, { month, cursor }, { actor }) => {
    const [first, after] = [firstDay(month), firstDay(nextMonth(month))];
    const found = await queryJson<Row>(
      tx,
      Prisma.sql`SELECT p.id, p.participant_id AS "participantId", s.current AS "implementationReference",
        n.given_name || ' ' || n.family_name AS "participantName", p.level, json_build_object('id', o.id, 'name', o.name) AS office,
        p."from", coalesce(p."end", p."to") AS "to", s.periods, coalesce(x.activities, '[]') AS "plannedActivities",
        (SELECT r.id FROM report r WHERE r.placement_id = p.id AND r.month = ${first}::date
          AND r.status NOT IN ('superseded', 'withdrawn')) AS "reportId"
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id JOIN office o ON o.id = p.office_id
        CROSS JOIN LATERAL (SELECT json_agg(json_build_object('number', s.number, 'implementationReference', s.implementation_reference,
            'from', s."from", 'to', s."to") ORDER BY s.number) AS periods,
          (array_agg(s.implementation_reference ORDER BY s.number DESC) FILTER (WHERE s."from" < ${after}::date))[1] AS current
          FROM service_period s WHERE s.placement_id = p.id) s
        CROSS JOIN LATERAL (SELECT json_agg(DISTINCT a.activity) AS activities FROM plan y JOIN plan_activity a ON a.plan_id = y.id
          WHERE y.placement_id = p.id AND y."from" < ${after}::date AND NOT EXISTS (SELECT 1 FROM plan later
            WHERE later.placement_id = p.id AND later.number > y.number AND later."from" <= greatest(y."from", ${first}::date))) x
      WHERE ${placementsInReach(actor)} AND p.cancelled_at IS NULL AND p."from" < ${after}::date AND coalesce(p."end", p."to") > ${first}::date
        AND coalesce(p."end", p."to") > p."from" AND s.current IS NOT NULL AND (${cursor ?? null}::uuid IS NULL OR p.id > ${cursor ?? null}::uuid)
      ORDER BY p.id LIMIT ${PAGE_SIZE + 1}`,
    );
    const rows = found.slice(0, PAGE_SIZE);
    return {
      page: {
        month,
        placements: rows.map((row) => {
          const { participantId: _, ...placement } = row;
          return placement;
        }),
        nextCursor: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null,
      },
      participantIds: rows.map(({ participantId }) => participantId),
    };
  },
  reads: ({ participantIds }) => ({ type: 'placement', id: null, participantIds }),
});
