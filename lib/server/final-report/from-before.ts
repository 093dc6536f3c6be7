import type { FromBefore } from '#lib/domain/final-report/handing-on.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';

/**
 * What the participant lets the next coach read from the provider before: the approved final report and the latest plan, each
 * only while it is shared. Null where the participant did not come here by a switch that has taken effect.
 */
export const fromBefore = defineQuery<{ readonly placementId: string }, FromBefore>({
  name: 'sharing.read',
  mandates: ['coach', 'intake'],
  purpose: 'Planering hos den nya leverantören',
  async run(tx, { placementId }, { actor, today }) {
    const [row] = await queryJson<FromBefore>(
      tx,
      Prisma.sql`
      SELECT p.id AS "placementId", p.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
        app.handed_on_by(w.from_placement_id) AS provider, w.effective_on AS "effectiveOn",
        app.shares(w.id, 'finalReport') AS "isReportShared", app.shares(w.id, 'plan') AS "isPlanShared",
        (SELECT json_build_object('id', d.id, 'content', d.content, 'approvedOn', (d.decided_at AT TIME ZONE 'Europe/Stockholm')::date)
          FROM document d WHERE d.placement_id = w.from_placement_id AND d.kind = 'finalReport' AND d.status = 'approved'
            AND app.shares(w.id, 'finalReport')) AS report,
        app.handed_on_plan(w.from_placement_id) AS plan
      FROM placement p JOIN provider_switch w ON w.to_placement_id = p.id AND w.undone_at IS NULL AND w.effective_on <= ${today}::date
        JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
      WHERE p.id = ${placementId}::uuid AND p.cancelled_at IS NULL AND ${placementsInReach(actor)}`,
    );
    return row ?? null;
  },
  reads: ({ placementId, participantId, report, plan }) => ({
    type: 'document',
    id: report?.id ?? placementId,
    participantIds: [participantId],
    detail: { report: report !== null, plan: plan !== null },
  }),
});
