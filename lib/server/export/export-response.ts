import { Readable } from 'node:stream';
import type { ExportFormat } from '#lib/domain/export/export-kind.ts';
import type { TakenExport } from '#lib/server/export/fetch-export.ts';

const TYPES: Readonly<Record<ExportFormat, { readonly type: string; readonly extension: string }>> = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  csv: { type: 'application/zip', extension: 'zip' },
  json: { type: 'application/json; charset=utf-8', extension: 'json' },
};

/** A file that is sent as it is read, to be saved and never shown. */
export function exportFileResponse(
  { format, day }: TakenExport,
  content: Readable,
  name = 'export',
): Response {
  const { type, extension } = TYPES[format];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node's own web stream, which its types keep apart
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}-${day}.${extension}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
