import type { OwnPlan, OwnPlanView } from '#lib/domain/participant/own-plan.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

type Row = Omit<OwnPlan, 'from'> & { readonly from: string };

/** The newest plan of the placement that goes on today, or of the one before while the next has not begun. */
export const showOwnPlan = defineQuery({
  name: 'plan.showOwn',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, _input: Record<string, never>, { actor, today }): Promise<OwnPlanView | null> {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT n.id, v.name AS provider, n."from"::text AS "from", n.number, n.goal, n.derived,
        coalesce((SELECT json_agg(json_build_object('activity', a.activity, 'purpose', a.purpose, 'goal', a.goal) ORDER BY a.activity)
          FROM plan_activity a WHERE a.plan_id = n.id), '[]') AS activities
      FROM (SELECT l.id, l.provider_id FROM placement l
          WHERE l.participant_id = ${participantId}::uuid AND l.cancelled_at IS NULL AND l."from" <= ${today}::date
          ORDER BY l."from" DESC, coalesce(l."end", l."to") DESC, l.id DESC LIMIT 1) l
        JOIN provider v ON v.id = l.provider_id JOIN plan n ON n.placement_id = l.id
      ORDER BY n.number DESC LIMIT 1`;
    return { participantId, plan: row === undefined ? null : { ...row, from: plainDate(row.from) } };
  },
  reads: ({ participantId, plan }) => ({
    type: 'plan',
    id: plan?.id ?? null,
    participantIds: [participantId],
  }),
});
