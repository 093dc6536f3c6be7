import { RETRY, retryPause } from '#lib/domain/webhook/retry.ts';
import type { Attempted } from '#lib/domain/webhook/webhook-delivery.ts';
import type { JobActor } from '#lib/domain/actor/actor.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { tellAdministrators } from '#lib/server/api-client/tell-administrators.ts';
import type { ClaimedDelivery } from '#lib/server/webhook/claim-deliveries.ts';

const ACTOR: JobActor = { kind: 'job', name: 'webhook.deliver' };

/** Writes what came of an attempt, and what follows for the endpoint. */
export async function settleDelivery(
  database: Database,
  delivery: ClaimedDelivery,
  attempted: Attempted,
  { now, chance }: { readonly now: Date; readonly chance: number },
): Promise<void> {
  await inTransaction(database, ACTOR, async (tx) => {
    const pause = attempted.failure === null ? null : retryPause(delivery.attempts, chance);
    const state = attempted.failure === null ? 'delivered' : pause === null ? 'failed' : 'waiting';
    const next = new Date(now.getTime() + (pause ?? 0) * 1000);
    await tx.$executeRaw`UPDATE webhook_delivery SET state = ${state}, next_attempt_at = ${next}, failure = ${attempted.failure},
        response_status = ${attempted.status}, answer = ${attempted.answer} WHERE id = ${delivery.id}::uuid`;
    if (attempted.failure === null) await noteReached(tx, delivery);
    else await noteFailed(tx, delivery, now);
  });
}

async function noteReached(tx: Tx, { endpointId }: ClaimedDelivery): Promise<void> {
  await tx.$executeRaw`UPDATE webhook_endpoint SET failing_since = NULL WHERE id = ${endpointId}::uuid AND failing_since IS NOT NULL`;
}

/** An endpoint that nothing has reached for days is paused: what is to be told is kept, and somebody is told of that. */
async function noteFailed(tx: Tx, { endpointId, providerId }: ClaimedDelivery, now: Date): Promise<void> {
  await tx.$executeRaw`UPDATE webhook_endpoint SET failing_since = ${now} WHERE id = ${endpointId}::uuid AND failing_since IS NULL`;
  const paused =
    await tx.$executeRaw`UPDATE webhook_endpoint SET state = 'paused', pause_reason = 'failures', version = version + 1
    WHERE id = ${endpointId}::uuid AND state = 'active' AND removed_at IS NULL
      AND failing_since <= ${now}::timestamptz - ${RETRY.pauseAfterDays} * interval '1 day'`;
  if (paused === 0) return;
  await writeAudit(tx, {
    actor: ACTOR,
    action: 'webhook.pauseFailing',
    outcome: 'done',
    subject: { type: 'webhookEndpoint', id: endpointId, participantIds: [] },
  });
  await tellAdministrators(tx, providerId, now, {
    subject: 'Vi har pausat en mottagare hos er',
    text: `Ett av era system har inte tagit emot något från oss på ${RETRY.pauseAfterDays} dagar. Vi har därför slutat att försöka. Det som händer sparas i 30 dagar och skickas när ni startar mottagaren igen, under System.`,
  });
}
