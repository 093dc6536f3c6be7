import type { PlacementPlan } from '#lib/domain/activity/stored-plan.ts';
import { planDue } from '#lib/domain/plan/plan-due.ts';
import type { PlacementPlanInput } from '#lib/schemas/plan.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { listPlanComments } from '#lib/server/plan/plan-comments.ts';
import { listPlans } from '#lib/server/plan/plan-rows.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

type Head = Omit<PlacementPlan, 'due' | 'versions' | 'comments'>;

/** A participant's joint plan with all its versions, and what the participant has said of them. */
export const placementPlan = defineQuery<PlacementPlanInput, PlacementPlan>({
  name: 'plan.show',
  mandates: ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Gemensam planering',
  run: async (tx, { placementId }, { actor, today }) => {
    const [head] = await tx.$queryRaw<Head[]>`
      SELECT p.id::text AS "placementId", p.participant_id::text AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
        p."from"::text, coalesce(p."end", p."to")::text AS "to",
        coalesce((SELECT json_agg(json_build_object('number', s.number, 'from', s."from") ORDER BY s.number)
          FROM service_period s WHERE s.placement_id = p.id), '[]') AS periods
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
      WHERE p.id = ${placementId}::uuid AND ${placementsInReach(actor)} AND p.cancelled_at IS NULL`;
    if (head === undefined) return null;
    const versions = await listPlans(tx, placementId);
    const due = planDue(head, versions, today, await termsInForce(tx, today));
    return { ...head, due, versions, comments: await listPlanComments(tx, placementId) };
  },
  reads: ({ placementId, participantId }) => ({
    type: 'plan',
    id: placementId,
    participantIds: [participantId],
  }),
});
