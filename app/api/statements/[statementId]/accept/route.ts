import { commandRoute } from '#lib/server/http/command-route.ts';
import { acceptStatement } from '#lib/server/statement/answer/accept-statement.ts';

export const POST = commandRoute(acceptStatement, {
  done: ({ statementId }) => `/provider/statements/${statementId}/accept`,
  page: '/provider/statements',
});
