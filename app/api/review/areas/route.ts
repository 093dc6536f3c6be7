import { commandRoute } from '#lib/server/http/command-route.ts';
import { chooseAreas } from '#lib/server/review/bench/reviewer-areas.ts';

export const POST = commandRoute(chooseAreas, { done: () => '/review', page: '/review/areas' });
