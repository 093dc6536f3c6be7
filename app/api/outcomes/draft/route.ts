import { commandRoute } from '#lib/server/http/command-route.ts';
import { saveOutcomeDraft } from '#lib/server/outcome/outcome-draft.ts';

export const POST = commandRoute(saveOutcomeDraft, {
  done: ({ placementId, replacesId }) =>
    `/provider/outcomes/new?placement=${placementId}${replacesId === null ? '' : `&replaces=${replacesId}`}&saved=1`,
  page: '/provider/outcomes',
});
