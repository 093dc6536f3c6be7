const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** A file to be saved, never shown: a browser asks where to put it, and keeps no copy of its own. */
export function fileResponse(
  content: string | Uint8Array<ArrayBuffer>,
  kind: keyof typeof TYPES,
  name: string,
): Response {
  const plain = name.replaceAll(/[^\w.-]+/g, '-');
  return new Response(content, {
    headers: {
      'content-type': TYPES[kind],
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
