import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { codeActorFromRequest } from '#lib/server/paper-code/code-request.ts';

export const POST = commandRoute(chooseProvider, {
  done: ({ choiceId }) => `/code/choose/done/${choiceId}`,
  page: '/code/choose',
  status: 201,
  by: { actor: codeActorFromRequest, page: '/code?trouble=over' },
});
