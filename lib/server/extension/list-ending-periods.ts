import type { EndingPeriod, ExtensionList } from '#lib/domain/extension/extension-list.ts';
import type { ExtensionListInput } from '#lib/schemas/extension-list.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { firstPeriodEnds } from '#lib/server/extension/first-period-ends.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addDays } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 50;

type Row = EndingPeriod & { readonly total: number };

/** Those whose first period ends within so many days, the first to end first, with how their basis for an extension stands. */
export const listEndingPeriods = defineQuery<ExtensionListInput, ExtensionList>({
  name: 'extension.list',
  mandates: ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Stöd till deltagare hos leverantören',
  async run(tx, { within, page }, { actor, today }) {
    const { extensionLeadDays: leadDays } = await termsInForce(tx, today);
    const rows = await queryJson<Row>(
      tx,
      Prisma.sql`SELECT p.id AS "placementId", p.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS name, p.level,
          o.name AS "officeName", c.given_name || ' ' || c.family_name AS "coachName", p."to" - 1 AS "lastDay",
          p."to" - 1 - ${leadDays}::int AS "dueOn", d.id AS "documentId", d.status,
          EXISTS (SELECT 1 FROM placement_decision x WHERE x.placement_id = p.id AND x.kind = 'noExtension') AS "isDeclined",
          count(*) OVER ()::int AS total
        FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id JOIN office o ON o.id = p.office_id
          LEFT JOIN person c ON c.id = p.coach_person_id
          LEFT JOIN document d ON d.placement_id = p.id AND d.kind = 'extension' AND d.status IN ('submitted', 'inReview', 'returned')
        WHERE ${placementsInReach(actor)} AND p.cancelled_at IS NULL AND ${firstPeriodEnds(today, addDays(today, within))}
        ORDER BY p."to", n.family_name, p.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
    );
    return {
      periods: rows.map(({ total: _total, ...period }) => period),
      total: rows[0]?.total ?? 0,
      page,
      pageSize: PAGE_SIZE,
      within,
      leadDays,
      today,
    };
  },
  reads: ({ periods }) => ({
    type: 'placement',
    id: null,
    participantIds: periods.map(({ participantId }) => participantId),
  }),
});
