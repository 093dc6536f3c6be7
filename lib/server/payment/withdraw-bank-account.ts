import { type WithdrawBankAccountInput, withdrawBankAccountInput } from '#lib/schemas/payment.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockBankAccount } from '#lib/server/payment/lock-bank-account.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

/** The provider takes its request for another account back, whoever there made it, while it waits. */
export const withdrawBankAccount = defineCommand({
  name: 'bankAccount.withdraw',
  mandates: ['signatory', 'providerAdmin'],
  input: withdrawBankAccountInput,
  lock: (tx, { bankAccountId }: WithdrawBankAccountInput) => lockBankAccount(tx, bankAccountId),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: ({ status }) => (status === 'requested' ? null : conflict()),
  stepUp: () => null,
  decide: ({ id }) => ok({ bankAccountId: id }),
  async write(tx, change, _, { actor, now }) {
    const personId = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`UPDATE bank_account SET status = 'withdrawn', decided_by_person_id = ${personId}::uuid, decided_at = ${now}, version = version + 1
      WHERE id = ${change.bankAccountId}::uuid`;
    return change;
  },
  audit: ({ bankAccountId }) => ({ type: 'bankAccount', id: bankAccountId, participantIds: [] }),
});
