import { commandRoute } from '#lib/server/http/command-route.ts';
import { authorisePayment } from '#lib/server/payment/authorise-payment.ts';
import { authorisationPath, PAY_DAYS_PAGE } from '#lib/server/payment/payment-paths.ts';

export const POST = commandRoute(authorisePayment, {
  done: ({ authorisationId }) => authorisationPath(authorisationId),
  page: PAY_DAYS_PAGE,
  status: 201,
});
