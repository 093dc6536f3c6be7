import type { PlacementPlan } from '#lib/domain/activity/stored-plan.ts';
import type { PlacementPlanInput } from '#lib/schemas/plan.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { listPlans } from '#lib/server/plan/plan-rows.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Head = Omit<PlacementPlan, 'dueOn' | 'versions'>;

/** A participant's joint plan with all its versions. */
export const placementPlan = defineQuery<PlacementPlanInput, PlacementPlan>({
  name: 'plan.show',
  mandates: ['coach', 'intake', 'reporter', 'signatory'],
  purpose: 'Gemensam planering',
  run: async (tx, { placementId }, { actor, today }) => {
    const [head] = await tx.$queryRaw<Head[]>`
      SELECT p.id::text AS "placementId", p.participant_id::text AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
        (SELECT s.implementation_reference FROM service_period s WHERE s.placement_id = p.id ORDER BY s.number DESC LIMIT 1) AS reference,
        p."from"::text, coalesce(p."end", p."to")::text AS "to"
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
      WHERE p.id = ${placementId}::uuid AND ${placementsInReach(actor)} AND p.cancelled_at IS NULL`;
    if (head === undefined) return null;
    const { planDays } = await termsInForce(tx, today);
    return { ...head, dueOn: addDays(head.from, planDays), versions: await listPlans(tx, placementId) };
  },
  reads: ({ placementId, participantId }) => ({
    type: 'plan',
    id: placementId,
    participantIds: [participantId],
  }),
});
