import { writeComplaint } from '#lib/server/complaint/write-complaint.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(writeComplaint, {
  done: ({ providerId }) => `/review/providers/${providerId}/complaints?done=written`,
  page: '/review/providers',
  status: 201,
});
