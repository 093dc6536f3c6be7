import { readFileSync } from 'node:fs';
import { fileProblem } from '#lib/domain/evidence/file-fault.ts';
import { fileFaultWords } from '#lib/domain/upload/file-fault.ts';
import { checkContent } from '#lib/server/evidence/content/check-content.ts';
import { readInThread } from '#lib/server/files/read-in-thread.ts';

// One file, read by every reader of files from outside, as the portal and its worker do. Prints what it took.
const bytes = readFileSync(process.argv[2] ?? '');
const said: { reader: string; code: string; words: string; ms: number }[] = [];

const start = performance.now();
const table = await readInThread(bytes);
said.push({
  reader: 'table',
  ...(table.ok ? { code: 'read', words: '' } : told(table.error.code, fileFaultWords(table.error))),
  ms: performance.now() - start,
});
const then = performance.now();
const evidence = await checkContent(bytes);
said.push({
  reader: 'evidence',
  ...(evidence.ok
    ? { code: 'read', words: '' }
    : told(evidence.error.code, fileProblem(evidence.error, 'sv'))),
  ms: performance.now() - then,
});

console.log(JSON.stringify({ said, mostMiB: Math.round(process.resourceUsage().maxRSS / 1024) }));

function told(code: string, { message, fix }: { readonly message: string; readonly fix?: string }) {
  return { code, words: `${message} ${fix ?? ''}` };
}
