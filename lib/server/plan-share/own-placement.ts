import type { SharedPlacement } from '#lib/domain/plan-share/plan-share.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type OwnSharedPlacement = SharedPlacement & { readonly placementId: string };

/** The placement whose plan the participant reads (the latest that has begun, with a plan), and what a link to it is held against. */
export async function ownSharedPlacement(
  tx: Tx,
  participantId: string,
  at: { readonly now: Date; readonly today: PlainDate },
): Promise<OwnSharedPlacement | null> {
  const now = at.now.toISOString();
  const [placement] = await queryJson<OwnSharedPlacement & { readonly hasPlan: boolean }>(
    tx,
    Prisma.sql`SELECT l.id AS "placementId", coalesce(l."end", l."to") AS "endsOn", l.protected,
        EXISTS (SELECT 1 FROM plan n WHERE n.placement_id = l.id) AS "hasPlan",
        (SELECT count(*)::int FROM plan_share s JOIN placement p ON p.id = s.placement_id
          WHERE p.participant_id = ${participantId}::uuid AND s.closed_at IS NULL AND s.expires_at > ${now}::timestamptz) AS open
      FROM placement l WHERE l.participant_id = ${participantId}::uuid AND l.cancelled_at IS NULL AND l."from" <= ${at.today}::date
      ORDER BY l."from" DESC, coalesce(l."end", l."to") DESC, l.id DESC LIMIT 1`,
  );
  return placement?.hasPlan === true ? placement : null;
}
