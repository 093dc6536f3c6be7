import { commandRoute } from '#lib/server/http/command-route.ts';
import { decideCorrection } from '#lib/server/placement-correction/decide-correction.ts';

export const POST = commandRoute(decideCorrection, {
  done: ({ correctionId }) => `/admin/corrections/${correctionId}?done=decided`,
  page: '/admin/corrections',
});
