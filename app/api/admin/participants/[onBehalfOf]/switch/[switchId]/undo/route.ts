import { commandRoute } from '#lib/server/http/command-route.ts';
import { undoSwitch } from '#lib/server/provider-switch/undo-switch.ts';

export const POST = commandRoute(undoSwitch, {
  done: ({ switchId }, _back, { onBehalfOf }) => `/admin/participants/${onBehalfOf}/switch/done/${switchId}`,
  page: '/admin',
});
