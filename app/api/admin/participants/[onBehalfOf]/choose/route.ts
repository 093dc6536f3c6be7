import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(chooseProvider, {
  done: ({ choiceId }, _back, { onBehalfOf }) => `/admin/participants/${onBehalfOf}/choose/done/${choiceId}`,
  page: '/admin',
  status: 201,
});
