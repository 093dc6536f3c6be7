import { commandRoute } from '#lib/server/http/command-route.ts';
import { handBackReport } from '#lib/server/review/hand-back-report.ts';

export const POST = commandRoute(handBackReport, { done: () => '/review', page: '/review' });
