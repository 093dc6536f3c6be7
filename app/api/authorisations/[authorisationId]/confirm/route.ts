import { commandRoute } from '#lib/server/http/command-route.ts';
import { confirmPayment } from '#lib/server/payment/confirm-payment.ts';
import { authorisationPath, PAY_DAYS_PAGE } from '#lib/server/payment/payment-paths.ts';

export const POST = commandRoute(confirmPayment, {
  done: ({ authorisationId }) => authorisationPath(authorisationId),
  page: PAY_DAYS_PAGE,
});
