import { saveExperience } from '#lib/server/experience/save-experience.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(saveExperience, {
  done: ({ placementId, byParticipant }) =>
    byParticipant
      ? '/participant/experience?saved=1'
      : `/provider/participants/${placementId}?experience=1#experience`,
  page: '/',
});
