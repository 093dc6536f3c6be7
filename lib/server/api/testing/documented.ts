import { expect } from 'vitest';
import type { OpenApiDocument } from '#lib/server/api/openapi-document.ts';
import { readerOf } from '#lib/server/api/testing/document-reader.ts';

/** Holds an answer against what the document says of its status. */
export async function expectDescribed(
  document: OpenApiDocument,
  path: string,
  method: string,
  answer: Response,
): Promise<void> {
  const described = document.paths[path]?.[method]?.['responses'] as Record<string, { content?: object }>;
  expect(Object.keys(described)).toContain(String(answer.status));
  const [content] = Object.entries(described[answer.status]?.content ?? {});
  if (content === undefined) return;
  const [kind, media] = content;
  expect(answer.headers.get('content-type')?.split(';')[0]).toBe(kind);
  const read = readerOf(document, (media as { schema: unknown }).schema).safeParse(await answer.json());
  expect(read.success ? [] : read.error.issues).toEqual([]);
}
