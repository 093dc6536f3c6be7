import { commandRoute } from '#lib/server/http/command-route.ts';
import { BANK_ACCOUNT_PAGE } from '#lib/server/payment/payment-paths.ts';
import { withdrawBankAccount } from '#lib/server/payment/withdraw-bank-account.ts';

export const POST = commandRoute(withdrawBankAccount, {
  done: () => BANK_ACCOUNT_PAGE,
  page: BANK_ACCOUNT_PAGE,
});
