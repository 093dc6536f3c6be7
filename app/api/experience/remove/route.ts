import { removeExperience } from '#lib/server/experience/remove-experience.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(removeExperience, {
  done: ({ placementId, byParticipant }) =>
    byParticipant
      ? '/participant/experience?removed=1'
      : `/provider/participants/${placementId}?experienceRemoved=1#experience`,
  page: '/',
});
