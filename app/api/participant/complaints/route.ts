import { sendComplaint } from '#lib/server/complaint/send-complaint.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(sendComplaint, {
  done: ({ complaintId }) => `/participant/rights?sent=${complaintId}`,
  page: '/participant/rights',
  status: 201,
});
