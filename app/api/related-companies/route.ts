import { commandRoute } from '#lib/server/http/command-route.ts';
import { registerRelatedCompany } from '#lib/server/related-company/register-related-company.ts';

export const POST = commandRoute(registerRelatedCompany, {
  done: ({ providerId }) => `/admin/providers/${providerId}?related=registered#related`,
  page: '/admin/providers',
  status: 201,
});
