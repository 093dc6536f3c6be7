import { importExperience } from '#lib/server/experience/import-experience.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(importExperience, {
  done: ({ placementId }) => `/provider/participants/${placementId}?experienceImported=1#experience`,
  page: '/provider/participants',
});
