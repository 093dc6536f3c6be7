import { queryOptions } from '@tanstack/react-query';
import type { ImpactProgress } from '#lib/domain/agreement/impact-view.ts';

const EVERY_MS = 2000;

async function fetchImpactProgress(draftId: string, signal: AbortSignal): Promise<ImpactProgress> {
  const response = await fetch(`/api/admin/agreements/drafts/${draftId}/impact/progress`, {
    signal,
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`The progress of the preview answered ${response.status}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own route, whose query has this type
  return (await response.json()) as ImpactProgress;
}

/** How far a preview has come, asked for until it has ended. */
export function impactProgressOptions(draftId: string) {
  return queryOptions({
    queryKey: ['agreementDraft', draftId, 'impact'],
    queryFn: async ({ signal }) => await fetchImpactProgress(draftId, signal),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.state === 'finished' || state.data?.state === 'failed' ? false : EVERY_MS,
  });
}
