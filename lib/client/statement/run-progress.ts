import { queryOptions } from '@tanstack/react-query';
import type { RunProgress } from '#lib/domain/statement/statement-view.ts';

const EVERY_MS = 2000;

async function fetchRunProgress(runId: string, signal: AbortSignal): Promise<RunProgress> {
  const response = await fetch(`/api/payments/runs/${runId}/progress`, {
    signal,
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`The progress of the run answered ${response.status}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own route, whose query has this type
  return (await response.json()) as RunProgress;
}

/** How far a run has come, asked for until it has ended. */
export function runProgressOptions(runId: string) {
  return queryOptions({
    queryKey: ['statementRun', runId, 'progress'],
    queryFn: async ({ signal }) => await fetchRunProgress(runId, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? EVERY_MS : false),
  });
}
