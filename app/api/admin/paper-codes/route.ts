import { commandRoute } from '#lib/server/http/command-route.ts';
import { handOutCode } from '#lib/server/paper-code/hand-out-code.ts';

export const POST = commandRoute(handOutCode, {
  done: ({ participantId, revealId, language }) =>
    `/admin/participants/${participantId}/form?reveal=${revealId}&language=${language}`,
  page: '/admin',
  status: 201,
});
