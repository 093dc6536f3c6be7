import { commandRoute } from '#lib/server/http/command-route.ts';
import { decideBankAccount } from '#lib/server/payment/decide-bank-account.ts';
import { BANK_ACCOUNTS_PAGE } from '#lib/server/payment/payment-paths.ts';

export const POST = commandRoute(decideBankAccount, {
  done: ({ status }) => `${BANK_ACCOUNTS_PAGE}?done=${status}`,
  page: BANK_ACCOUNTS_PAGE,
});
