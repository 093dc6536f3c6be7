import { unmarkLetter } from '#lib/server/assistance/unmark-letter.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(unmarkLetter, {
  done: ({ participantId, assistanceId }) => `/admin/participants/${participantId}/letters/${assistanceId}`,
  page: '/admin/letters',
});
