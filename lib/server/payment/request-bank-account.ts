import { requestBankAccountInput } from '#lib/schemas/payment.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { type CheckedBankAccount, checkBankAccount } from '#lib/server/payment/check-bank-account.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { mailProviders } from '#lib/server/payment/mail-provider.ts';
import { conflict, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly providerId: string;
  readonly hasRequest: boolean /** Whether it is the account that was confirmed last. */;
  readonly isConfirmed: boolean;
};

async function stateOf(
  tx: Tx,
  clearing: string,
  account: string,
  { actor }: CommandContext,
): Promise<State | null> {
  if (actor.kind !== 'person' || actor.providerId === null) return null;
  const { providerId } = actor;
  // There may be no account to lock yet: whoever asks for one waits here for anybody else at the provider who does.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`bankAccount:${providerId}`}))`;
  const requests = await tx.bankAccount.count({ where: { providerId, status: 'requested' } });
  const [latest] = await tx.$queryRaw<{ same: boolean }[]>`
    SELECT b.clearing_number = ${clearing} AND b.account_number = ${account} AS same FROM bank_account b
    WHERE b.provider_id = ${providerId}::uuid AND b.status = 'confirmed'
    ORDER BY b.valid_from DESC, b.decided_at DESC LIMIT 1`;
  return { providerId, hasRequest: requests > 0, isConfirmed: latest?.same === true };
}

/** What the e-ID is bound to: the account that was shown, for this provider. */
function contentOf(
  providerId: string,
  { clearingNumber, accountNumber, bankName }: CheckedBankAccount,
): string {
  return hashOf({ providerId, clearingNumber, accountNumber, bankName }).toString('hex');
}

/**
 * A provider asks for another bank account, with the e-ID. It is paid to when a person at the authority has confirmed it and
 * the waiting day has passed. All signatories and administrators are told, in case none of them has asked.
 */
export const requestBankAccount = defineCommand({
  name: 'bankAccount.request',
  mandates: ['signatory', 'providerAdmin'],
  input: requestBankAccountInput,
  async lock(tx, input, context) {
    const checked = checkBankAccount(input);
    const { clearingNumber, accountNumber } = checked.ok ? checked.value : input;
    const state = await stateOf(tx, clearingNumber, accountNumber, context);
    return state === null ? null : { ...state, checked };
  },
  version: () => null,
  guard: ({ hasRequest }) =>
    hasRequest
      ? conflict([], {
          code: 'requestWaits',
          title: {
            sv: 'Ni har redan ett konto som väntar på att bekräftas. Återta det först.',
            en: 'An account of yours waits to be confirmed already. Withdraw it first.',
          },
        })
      : null,
  stepUp: ({ checked, providerId }) =>
    checked.ok ? { purpose: 'changeBankAccount', contentHash: contentOf(providerId, checked.value) } : null,
  decide({ checked, isConfirmed }) {
    if (!checked.ok) return err(validationProblem(checked.error));
    if (!isConfirmed) return ok({ bankAccountId: newId(), account: checked.value });
    return err(
      validationProblem([
        {
          pointer: '/accountNumber',
          code: 'alreadyInForce',
          message: 'Det är kontot som ni redan har.',
          fix: 'Ange ett annat, eller låt det vara.',
        },
      ]),
    );
  },
  async write(tx, { bankAccountId, account }, { providerId }, { actor, now, today, steppedUpAt }) {
    const personId = actor.kind === 'person' ? actor.personId : null;
    const { clearingNumber, accountNumber, bankName } = account;
    await tx.$executeRaw`INSERT INTO bank_account (id, provider_id, clearing_number, account_number, bank_name, status, requested_by_person_id, requested_at, authenticated_at)
      VALUES (${bankAccountId}::uuid, ${providerId}::uuid, ${clearingNumber}, ${accountNumber}, ${bankName}, 'requested', ${personId}::uuid, ${now}, ${steppedUpAt ?? now})`;
    await mailProviders(
      tx,
      { providerIds: [providerId], roles: ['signatory', 'providerAdmin'], on: today },
      {
        subject: 'Någon har begärt ett nytt bankkonto för er',
        text: 'Någon hos er har begärt att er ersättning ska betalas till ett annat bankkonto. Det börjar gälla först när Arbetsförmedlingen har bekräftat det och minst en arbetsdag har gått.\n\nKänner ni inte till det? Logga in och återta begäran under Bankkonto, och ring oss.',
      },
    );
    await notify(tx, {
      event: 'bankAccountArrived',
      to: { kind: 'authorityRole', role: 'payer' },
      about: {
        placementId: null,
        providerId,
        subject: { type: 'bankAccount', id: bankAccountId },
        path: '/payments/bank-accounts',
      },
      now,
    });
    return { bankAccountId };
  },
  // No digits in the log: who may read it may not read account numbers.
  audit: ({ bankAccountId }, { account }) => ({
    type: 'bankAccount',
    id: bankAccountId,
    participantIds: [],
    detail: { bankName: account.bankName, verified: account.verified },
  }),
});
