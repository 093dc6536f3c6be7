import type { Tx } from '#lib/server/db/transaction.ts';

export type LockedBankAccount = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly providerId: string;
  readonly requestedBy: string;
};

/** A bank account that the actor may see, locked. */
export async function lockBankAccount(tx: Tx, id: string): Promise<LockedBankAccount | null> {
  const [account] = await tx.$queryRaw<LockedBankAccount[]>`
    SELECT id::text, version, status, provider_id::text AS "providerId", requested_by_person_id::text AS "requestedBy"
    FROM bank_account WHERE id = ${id}::uuid AND (app.is_authority() OR provider_id = app.provider_id()) FOR UPDATE`;
  return account ?? null;
}
