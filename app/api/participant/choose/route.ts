import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(chooseProvider, {
  done: ({ choiceId }) => `/participant/choose/done/${choiceId}`,
  page: '/participant/choose',
  status: 201,
});
