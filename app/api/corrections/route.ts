import { commandRoute } from '#lib/server/http/command-route.ts';
import { declareCorrection } from '#lib/server/placement-correction/declare-correction.ts';

export const POST = commandRoute(declareCorrection, {
  done: ({ correctionId }) => `/admin/corrections/${correctionId}?done=declared`,
  page: '/admin/corrections/new',
  status: 201,
});
