import { openDatabase } from '#lib/server/db/client.ts';
import { deliverWebhooks } from '#lib/server/webhook/deliver-webhooks.ts';
import { posting } from '#lib/server/webhook/post-webhook.ts';

export type DeliveringChild = {
  readonly workerUrl: string;
  readonly portalSecret: string;
  readonly now: string;
};

// A round of the worker in a process of its own, for whoever wants to kill it in the middle.

async function run({ workerUrl, portalSecret, now }: DeliveringChild): Promise<void> {
  await deliverWebhooks({
    database: openDatabase(workerUrl, 2),
    now: () => new Date(now),
    chance: () => 0.5,
    portalSecret,
    posting: { ...posting, allowLoopback: true },
  });
}

process.once('message', (given) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- said by the test alone
  void run(given as DeliveringChild);
});
