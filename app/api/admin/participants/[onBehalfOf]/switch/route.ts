import { commandRoute } from '#lib/server/http/command-route.ts';
import { switchProvider } from '#lib/server/provider-switch/switch-provider.ts';

export const POST = commandRoute(switchProvider, {
  done: ({ switchId }, _back, { onBehalfOf }) => `/admin/participants/${onBehalfOf}/switch/done/${switchId}`,
  page: '/admin',
  status: 201,
});
