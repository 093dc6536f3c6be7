import type { OwnPlan, OwnPlanView } from '#lib/domain/participant/own-plan.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { listPlanComments } from '#lib/server/plan/plan-comments.ts';
import { listPlans } from '#lib/server/plan/plan-rows.ts';

/** The plan of the placement that goes on today, or of the one before while the next has not begun, with every version. */
export const showOwnPlan = defineQuery({
  name: 'plan.showOwn',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, _input: Record<string, never>, { actor, today }): Promise<OwnPlanView | null> {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    const [placement] = await tx.$queryRaw<Pick<OwnPlan, 'placementId' | 'provider' | 'to'>[]>`
      SELECT l.id::text AS "placementId", v.name AS provider, coalesce(l."end", l."to")::text AS "to"
      FROM placement l JOIN provider v ON v.id = l.provider_id
      WHERE l.participant_id = ${participantId}::uuid AND l.cancelled_at IS NULL AND l."from" <= ${today}::date
      ORDER BY l."from" DESC, coalesce(l."end", l."to") DESC, l.id DESC LIMIT 1`;
    const versions = placement === undefined ? [] : await listPlans(tx, placement.placementId);
    if (placement === undefined || versions.length === 0) return { participantId, today, plan: null };
    const comments = await listPlanComments(tx, placement.placementId);
    return { participantId, today, plan: { ...placement, versions, comments } };
  },
  reads: ({ participantId, plan }) => ({
    type: 'plan',
    id: plan?.placementId ?? null,
    participantIds: [participantId],
  }),
});
