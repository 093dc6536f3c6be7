import type { NotificationEvent } from '#lib/domain/notification/notification.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { notify } from '#lib/server/notification/notify.ts';

type Told = { readonly event: NotificationEvent; readonly disputeId: string };

/** To the provider's signatories: of a dispute, or of the statement where it is to be answered again. */
export async function tellSignatories(
  tx: Tx,
  { event, disputeId }: Told,
  statement: { readonly id: string; readonly providerId: string },
  { now }: CommandContext,
): Promise<void> {
  const ofStatement = event === 'statementProposed';
  const page = `/provider/statements/${statement.id}`;
  await notify(tx, {
    event,
    to: { kind: 'providerRoles', roles: ['signatory'] },
    about: {
      placementId: null,
      providerId: statement.providerId,
      subject: ofStatement ? { type: 'statement', id: statement.id } : { type: 'dispute', id: disputeId },
      path: ofStatement ? page : `${page}/disputes/${disputeId}`,
    },
    now,
  });
}

/** To the reviewers who know the matter, or to all where none does yet. For commands of the provider's. */
export async function tellReviewers(
  tx: Tx,
  { event, disputeId }: Told,
  placementId: string,
  { now, today }: CommandContext,
): Promise<void> {
  const reviewers = await tx.$queryRaw<{ id: string }[]>`
    SELECT a::text AS id FROM app.dispute_reviewers(${disputeId}::uuid, ${today}::date) a`;
  const subject = { type: 'dispute', id: disputeId };
  await notify(tx, {
    event,
    to: { kind: 'persons', personIds: reviewers.map(({ id }) => id) },
    about: { placementId, subject, path: `/review/disputes/${disputeId}` },
    now,
  });
}
