import { casePath } from '#lib/domain/review/case.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { stillAt } from '#lib/server/review/bench/after-decision.ts';
import { handBackCase } from '#lib/server/review/case/case-commands.ts';

export const POST = commandRoute(handBackCase, {
  done: (output, back) => stillAt(casePath(output), back),
  page: '/review',
});
