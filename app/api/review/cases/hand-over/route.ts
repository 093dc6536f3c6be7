import { commandRoute } from '#lib/server/http/command-route.ts';
import { handOverCase } from '#lib/server/review/case/case-commands.ts';

export const POST = commandRoute(handOverCase, { done: (_, back) => back, page: '/review' });
