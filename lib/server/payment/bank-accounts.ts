import { accountOn, type BankAccountRow } from '#lib/domain/payment/bank-account.ts';
import type { Paged } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { listBankAccounts, type ProviderAccount } from '#lib/server/payment/bank-account-rows.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';

/** How many accounts a provider's history shows. */
const HISTORY = 50;

/** More providers than there are: each has one request at a time. */
const MOST_REQUESTS = 1000;

export type OwnBankAccounts = {
  readonly inForce: BankAccountRow | null;
  /** Confirmed, and in force from a day ahead. */
  readonly coming: BankAccountRow | null;
  readonly requested: BankAccountRow | null;
  readonly history: readonly BankAccountRow[];
};

/** The own provider's accounts: the one in force, the one to come, the one asked for, and those before. */
export const ownBankAccounts = defineQuery({
  name: 'bankAccount.showOwn',
  mandates: ['signatory', 'reporter', 'providerAdmin'],
  purpose: 'Ersättning till leverantören',
  run: async (tx, _: Readonly<Record<string, never>>, { today }): Promise<OwnBankAccounts> => {
    const all = await listBankAccounts(tx, Prisma.sql`b.provider_id = app.provider_id()`, {
      limit: HISTORY,
      offset: 0,
    });
    const inForce = accountOn(all, today);
    const coming =
      all.find(
        ({ status, validFrom }) => status === 'confirmed' && validFrom !== null && validFrom > today,
      ) ?? null;
    const requested = all.find(({ status }) => status === 'requested') ?? null;
    return {
      inForce,
      coming,
      requested,
      history: all.filter((row) => row !== inForce && row !== coming && row !== requested),
    };
  },
  reads: () => null,
});

export type BankAccountRequest = {
  readonly asked: ProviderAccount;
  /** What is paid to today; null where nothing is. */
  readonly inForce: ProviderAccount | null;
};

export type BankAccountRequests = {
  readonly requests: readonly BankAccountRequest[];
  readonly decided: Paged<ProviderAccount>;
};

/** The accounts that providers have asked for, beside those they have; then what has been decided. */
export const bankAccountRequests = defineQuery({
  name: 'bankAccount.list',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (tx, { page }: { readonly page: number }, { today }): Promise<BankAccountRequests> => {
    const asked = await listBankAccounts(tx, Prisma.sql`b.status = 'requested'`, {
      limit: MOST_REQUESTS,
      offset: 0,
    });
    const providerIds = asked.map(({ providerId }) => providerId);
    const confirmed = await listBankAccounts(
      tx,
      Prisma.sql`b.status = 'confirmed' AND b.provider_id = ANY (${providerIds}::uuid[])`,
      { limit: MOST_REQUESTS * HISTORY, offset: 0 },
    );
    const done = Prisma.sql`b.status <> 'requested'`;
    const shown = await listBankAccounts(tx, done, { limit: PAGE_SIZE, offset: offsetOf(page) });
    const total = await tx.bankAccount.count({ where: { status: { not: 'requested' } } });
    return {
      requests: asked.map((request) => ({
        asked: request,
        inForce: accountOn(
          confirmed.filter(({ providerId }) => providerId === request.providerId),
          today,
        ),
      })),
      decided: paged(shown, total, page),
    };
  },
  // Account numbers have been read.
  reads: () => ({ type: 'bankAccount', id: 'requests', participantIds: [] }),
});

/** One account that a provider asked for, beside the one that is paid to today. */
export const readBankAccount = defineQuery({
  name: 'bankAccount.read',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (
    tx,
    { bankAccountId }: { readonly bankAccountId: string },
    { today },
  ): Promise<BankAccountRequest | null> => {
    const [asked] = await listBankAccounts(tx, Prisma.sql`b.id = ${bankAccountId}::uuid`, {
      limit: 1,
      offset: 0,
    });
    if (asked === undefined) return null;
    const all = await listBankAccounts(tx, Prisma.sql`b.provider_id = ${asked.providerId}::uuid`, {
      limit: HISTORY,
      offset: 0,
    });
    return { asked, inForce: accountOn(all, today) };
  },
  reads: ({ asked }) => ({ type: 'bankAccount', id: asked.id, participantIds: [] }),
});
