import { commandRoute } from '#lib/server/http/command-route.ts';
import { withdrawCorrection } from '#lib/server/placement-correction/withdraw-correction.ts';

export const POST = commandRoute(withdrawCorrection, {
  done: ({ correctionId }) => `/admin/corrections/${correctionId}?done=withdrawn`,
  page: '/admin/corrections',
});
