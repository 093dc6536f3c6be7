import { commandRoute } from '#lib/server/http/command-route.ts';
import { submitCorrection } from '#lib/server/placement-correction/submit-correction.ts';

export const POST = commandRoute(submitCorrection, {
  done: ({ correctionId }) => `/admin/corrections/${correctionId}?done=submitted`,
  page: '/admin/corrections',
});
