import { giveAnswer } from '#lib/server/activity-answer/give-answer.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(giveAnswer, {
  done: ({ answerId }) => `/participant/reports?answered=${answerId}`,
  page: '/participant/reports',
  status: 201,
});
