import { commandRoute } from '#lib/server/http/command-route.ts';
import { switchProvider } from '#lib/server/provider-switch/switch-provider.ts';

export const POST = commandRoute(switchProvider, {
  done: ({ switchId }) => `/participant/switch/done/${switchId}`,
  page: '/participant/switch',
  status: 201,
});
