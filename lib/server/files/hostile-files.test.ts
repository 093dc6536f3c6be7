import { describe, expect, test } from 'vitest';
import { fileProblem } from '#lib/domain/evidence/file-fault.ts';
import { fileFaultWords } from '#lib/domain/upload/file-fault.ts';
import { checkContent } from '#lib/server/evidence/content/check-content.ts';
import { readFile } from '#lib/server/files/read-file.ts';
import { readInThread } from '#lib/server/files/read-in-thread.ts';
import { HOSTILE_FILES } from '#lib/server/files/testing/hostile-files.ts';

// In full, each in a process of its own whose memory is measured: `npm run bench -- files`.
const MOST_MS = 5000;
// What a PDF says of its length, and names that are none, are nothing to a reader of it.
const HARMLESS = new Set(['a PDF of a million pages', 'a PDF of names alone']);
const some = HOSTILE_FILES.filter((_, n) => n % 4 === 0);

describe('files that are made to do harm are refused in words, or read as what they say', () => {
  test.each(some.map(({ kind, make }) => [kind, make] as const))(
    '%s',
    async (kind, make) => {
      const bytes = make();
      const start = performance.now();
      const [table, evidence] = [await readFile(bytes), await checkContent(bytes)];
      expect(performance.now() - start).toBeLessThan(2 * MOST_MS);
      const words = [
        table.ok ? null : fileFaultWords(table.error),
        evidence.ok ? null : fileProblem(evidence.error, 'sv'),
      ];
      for (const said of words) {
        if (said === null) continue;
        expect(said.message).toMatch(/\p{L}.{5,}/u);
        expect(said.fix).toMatch(/\p{L}.{5,}/u);
      }
      // None of them is evidence: what is text, archive or workbook is not, and the rest hides something.
      expect(evidence.ok).toBe(HARMLESS.has(kind));
    },
    20_000,
  );

  test('what a thread gives up is said in words, and this process goes on', async () => {
    const [bomb] = HOSTILE_FILES.filter(({ kind }) => kind === 'rows without end');
    const limits = { seconds: 0.05, heapMiB: 160 };
    const read = await readInThread(bomb?.make() ?? Buffer.alloc(0), limits);
    expect(read).toMatchObject({ ok: false, error: { code: 'fileTooSlow' } });
  });

  test('rows after very many empty ones are not lost in silence: the file is too long', async () => {
    const file = HOSTILE_FILES.find(({ kind }) => kind === 'empty rows without end');
    const read = await readFile(file?.make() ?? Buffer.alloc(0));
    expect(read).toMatchObject({ ok: false, error: { code: 'rowsTooMany' } });
  }, 20_000);
});
