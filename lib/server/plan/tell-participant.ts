import type { Tx } from '#lib/server/db/transaction.ts';
import { notify } from '#lib/server/notification/notify.ts';

type Told = {
  readonly placementId: string;
  readonly subject: { readonly type: 'plan' | 'planComment'; readonly id: string };
  readonly now: Date;
};

/** Tells the participant of their own plan. */
export async function tellParticipant(
  tx: Tx,
  event: 'planMade' | 'planCommentAnswered',
  { placementId, subject, now }: Told,
): Promise<void> {
  const about = { placementId, subject, path: '/participant/plan' };
  await notify(tx, { event, to: { kind: 'participant' }, about, now });
}
