import { commandRoute } from '#lib/server/http/command-route.ts';
import { undoCoachChange } from '#lib/server/intake/undo-coach-change.ts';

export const POST = commandRoute(undoCoachChange, {
  done: () => '/provider/intake?undone=1',
  page: '/provider/intake',
});
