import { formatAccount, type BankAccountNumber } from '#lib/domain/payment/bank-account.ts';

/** A whole account number with its bank. */
export function AccountText({ account }: { account: BankAccountNumber }) {
  return (
    <>
      <span className="font-medium whitespace-nowrap">{formatAccount(account)}</span>
      <small className="block text-ink-2">{account.bankName}</small>
    </>
  );
}
