import type { UploadViewInput } from '#lib/schemas/upload.ts';
import type { Month } from '#lib/shared/month.ts';

export function uploadHref(month: Month): string {
  return `/provider/months/${month}/upload`;
}

/** The address of what an upload came to with some of its filters changed; what stands at its default is left out. */
export function resultHref(month: Month, filter: UploadViewInput, change: Partial<UploadViewInput>): string {
  const { uploadId, q, show, page } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (show !== 'block') search.set('show', show);
  if (page > 1) search.set('page', String(page));
  return `${uploadHref(month)}/${uploadId}${search.size === 0 ? '' : `?${search.toString()}`}`;
}
