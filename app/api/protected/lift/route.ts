import { commandRoute } from '#lib/server/http/command-route.ts';
import { answerLift } from '#lib/server/protected-identity/lift-protection.ts';
import { afterLift } from '#lib/server/protected-identity/protected-paths.ts';

export const POST = commandRoute(answerLift, { done: afterLift, page: '/protected' });
