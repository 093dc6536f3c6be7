import {
  OPENINGS_SHOWN,
  type OwnPlanShares,
  type PlanShare,
  refuseSharing,
} from '#lib/domain/plan-share/plan-share.ts';
import { revealSeal } from '#lib/server/api-client/keep-secret.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { ownSharedPlacement } from '#lib/server/plan-share/own-placement.ts';

/** The participant's links to their plan, with every opening; and the secret of one that was just made, once. */
export const listPlanShares = defineQuery<{ readonly revealId: string | null }, OwnPlanShares>({
  name: 'planShare.list',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, { revealId }, { actor, now, today }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    const shares = await queryJson<PlanShare>(
      tx,
      Prisma.sql`SELECT s.id, s.recipient, s.created_at AS "createdAt", s.expires_at AS "expiresAt", s.closed_at AS "closedAt",
          coalesce(p."end", p."to") AS "placementEndsOn", o.opened, o.openings
        FROM plan_share s JOIN placement p ON p.id = s.placement_id
          CROSS JOIN LATERAL (SELECT count(*)::int AS opened,
            coalesce((array_agg(to_char(x.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') ORDER BY x.opened_at DESC))[1:${OPENINGS_SHOWN}::int], '{}') AS openings
            FROM plan_share_opening x WHERE x.share_id = s.id) o
        WHERE p.participant_id = ${participantId}::uuid ORDER BY s.created_at DESC, s.id DESC LIMIT 50`,
    );
    const placement = await ownSharedPlacement(tx, participantId, { now, today });
    return {
      participantId,
      shares,
      hasPlan: placement !== null,
      refused: placement === null ? null : (refuseSharing(placement, today)?.code ?? null),
      secret: revealId === null ? null : await secretOnce(tx, revealId, now),
      now: now.toISOString(),
    };
  },
  reads: ({ participantId }) => ({ type: 'participant', id: participantId, participantIds: [participantId] }),
});

/** Looking takes it away. */
async function secretOnce(tx: Tx, revealId: string, now: Date): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ sealed: Uint8Array }[]>`DELETE FROM secret_reveal
    WHERE id = ${revealId}::uuid AND subject_type = 'planShare' AND expires_at > ${now} RETURNING sealed`;
  return row === undefined ? null : revealSeal().open(revealId, row.sealed);
}
