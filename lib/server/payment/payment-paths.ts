/** Pages that the commands of payments lead to. */
export const PAY_DAYS_PAGE = '/payments/pay-days';
export const CLAIMS_PAGE = '/payments/claims';
export const BANK_ACCOUNTS_PAGE = '/payments/bank-accounts';
export const BANK_ACCOUNT_PAGE = '/provider/bank-account';
export const CONFIRM_BANK_ACCOUNT_PAGE = '/provider/bank-account/confirm';

export function authorisationPath(authorisationId: string): string {
  return `${PAY_DAYS_PAGE}/authorisations/${authorisationId}`;
}
