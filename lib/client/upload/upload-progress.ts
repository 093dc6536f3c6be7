import { queryOptions } from '@tanstack/react-query';
import { isEnded, type UploadProgress } from '#lib/domain/upload/upload-view.ts';

const EVERY_MS = 1000;

async function fetchUploadProgress(uploadId: string, signal: AbortSignal): Promise<UploadProgress> {
  const response = await fetch(`/api/provider/uploads/${uploadId}/progress`, {
    signal,
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`The progress of the upload answered ${response.status}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own route, whose query has this type
  return (await response.json()) as UploadProgress;
}

/** How far the reading of an upload has come, asked for until it has ended. */
export function uploadProgressOptions(uploadId: string) {
  return queryOptions({
    queryKey: ['upload', uploadId, 'progress'],
    queryFn: async ({ signal }) => await fetchUploadProgress(uploadId, signal),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data !== undefined && isEnded(state.data.state) ? false : EVERY_MS,
  });
}
