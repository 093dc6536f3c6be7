import { WEBHOOK_API_VERSION } from '#lib/domain/webhook/webhook-event.ts';
import { WEBHOOK_HEADERS } from '#lib/schemas/webhook.ts';
import type { Database } from '#lib/server/db/client.ts';
import { claimDeliveries, type ClaimedDelivery } from '#lib/server/webhook/claim-deliveries.ts';
import { type Posting, postWebhook } from '#lib/server/webhook/post-webhook.ts';
import { settleDelivery } from '#lib/server/webhook/settle-delivery.ts';
import { webhookSignature } from '#lib/server/webhook/sign-webhook.ts';
import { endpointSeal } from '#lib/server/webhook/webhook-secret.ts';

export type Delivering = {
  /** As the worker's role. */
  readonly database: Database;
  readonly now: () => Date;
  /** From 0 up to but not including 1, for the jitter of pauses. */
  readonly chance: () => number;
  readonly portalSecret: string;
  readonly posting: Posting;
};

/** One job ends after this; what is left is taken by the next. */
const LONGEST_MILLISECONDS = 5 * 60_000;

/**
 * Sends everything that is due, some at a time, until nothing is. Returns how many attempts there were. One that fails
 * in a way nobody expected keeps no other waiting; the job says so when it is done.
 */
export async function deliverWebhooks(given: Delivering): Promise<number> {
  const until = performance.now() + LONGEST_MILLISECONDS;
  const faults: unknown[] = [];
  let attempts = 0;
  while (performance.now() < until) {
    // oxlint-disable-next-line no-await-in-loop -- what is due next depends on what came of these
    const claimed = await claimDeliveries(given.database, given.now());
    if (claimed.length === 0) break;
    // oxlint-disable-next-line no-await-in-loop
    const settled = await Promise.allSettled(claimed.map((delivery) => deliver(delivery, given)));
    faults.push(...settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])));
    attempts += claimed.length;
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} webhooks could not be handled`);
  return attempts;
}

async function deliver(delivery: ClaimedDelivery, given: Delivering): Promise<void> {
  const body = JSON.stringify(payloadOf(delivery));
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Leverantorsportalen-Webhook/1',
    [WEBHOOK_HEADERS.id]: delivery.id,
    [WEBHOOK_HEADERS.signature]: webhookSignature(body, secretsOf(delivery, given), given.now()),
  };
  const attempted = await postWebhook({ url: delivery.url, body, headers }, given.posting);
  await settleDelivery(given.database, delivery, attempted, { now: given.now(), chance: given.chance() });
}

function payloadOf({ id, type, occurredAt, sequence, data }: ClaimedDelivery): object {
  return {
    id,
    type,
    apiVersion: WEBHOOK_API_VERSION,
    occurredAt: occurredAt.toISOString(),
    sequence,
    data,
  };
}

function secretsOf(
  { endpointId, sealedSecret, previousSealedSecret }: ClaimedDelivery,
  { portalSecret }: Delivering,
): readonly string[] {
  const seal = endpointSeal(portalSecret);
  return [sealedSecret, previousSealedSecret].flatMap((sealed) =>
    sealed === null ? [] : [seal.open(endpointId, sealed)],
  );
}
