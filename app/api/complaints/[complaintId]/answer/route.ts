import { answerComplaint } from '#lib/server/complaint/answer-complaint.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(answerComplaint, {
  done: ({ providerId }) => `/review/providers/${providerId}/complaints?done=answered`,
  page: '/review/providers',
});
