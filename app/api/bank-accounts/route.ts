import { commandRoute } from '#lib/server/http/command-route.ts';
import { BANK_ACCOUNT_PAGE, CONFIRM_BANK_ACCOUNT_PAGE } from '#lib/server/payment/payment-paths.ts';
import { requestBankAccount } from '#lib/server/payment/request-bank-account.ts';

export const POST = commandRoute(requestBankAccount, {
  done: () => BANK_ACCOUNT_PAGE,
  page: CONFIRM_BANK_ACCOUNT_PAGE,
  status: 201,
});
