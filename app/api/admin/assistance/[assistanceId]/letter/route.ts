import { markLetter } from '#lib/server/assistance/mark-letter.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(markLetter, {
  done: ({ participantId, assistanceId }) => `/admin/participants/${participantId}/letters/${assistanceId}`,
  page: '/admin',
});
