import { commandRoute } from '#lib/server/http/command-route.ts';
import { recalculateCorrection } from '#lib/server/placement-correction/recalculate-correction.ts';

export const POST = commandRoute(recalculateCorrection, {
  done: ({ correctionId }) => `/admin/corrections/${correctionId}?done=recalculated`,
  page: '/admin/corrections',
});
