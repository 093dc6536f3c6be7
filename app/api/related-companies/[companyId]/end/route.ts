import { commandRoute } from '#lib/server/http/command-route.ts';
import { endRelatedCompany } from '#lib/server/related-company/end-related-company.ts';

export const POST = commandRoute(endRelatedCompany, {
  done: ({ providerId }) => `/admin/providers/${providerId}?related=ended#related`,
  page: '/admin/providers',
});
