import type { Tx } from '#lib/server/db/transaction.ts';
import { mailProviders } from '#lib/server/payment/mail-provider.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** A mail to everybody who administers a provider's accounts, so that nothing happens to its systems unseen. */
export async function tellAdministrators(
  tx: Tx,
  providerId: string,
  now: Date,
  mail: { readonly subject: string; readonly text: string },
): Promise<void> {
  const on = plainDateFromDate(now);
  await mailProviders(tx, { providerIds: [providerId], roles: ['providerAdmin'], on }, mail);
}
