import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import { HOSTILE_FILES } from '#lib/server/files/testing/hostile-files.ts';

/**
 * Every kind of file that is made to do harm, each in a process of its own through the readers of files from outside: tables (uploads,
 * experience) in their thread, and evidence. No crash, at most five seconds and 256 MiB each, and words where it is refused. `--quick`
 * takes every fourth. There is nothing random in it: `--seed` is taken and changes nothing.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const MOST_MS = 5_000;
const MOST_MIB = 256;
const files = HOSTILE_FILES.filter((_, n) => !values.quick || n % 4 === 0);
const run = promisify(execFile);
const reading = z.object({
  said: z.array(z.object({ reader: z.string(), code: z.string(), words: z.string(), ms: z.number() })),
  mostMiB: z.number(),
});

const folder = await mkdtemp(path.join(tmpdir(), 'bench-files-'));
let [crashes, slow, heavy, wordless, mostMs, mostMiB] = [0, 0, 0, 0, 0, 0];
try {
  for (const { kind, make } of files) {
    const file = path.join(folder, 'file');
    await writeFile(file, make());
    const read = await readApart(file);
    if (read === null) {
      crashes += 1;
      console.error(`crashed: ${kind}`);
      continue;
    }
    const longest = Math.max(...read.said.map(({ ms }) => ms));
    mostMs = Math.max(mostMs, longest);
    mostMiB = Math.max(mostMiB, read.mostMiB);
    if (longest > MOST_MS) slow += 1;
    if (read.mostMiB > MOST_MIB) heavy += 1;
    if (read.said.some(({ code, words }) => code !== 'read' && !/\p{L}.{5,}\. .{5,}/u.test(words)))
      wordless += 1;
    const codes = read.said.map(({ reader, code }) => `${reader} ${code}`).join(', ');
    console.log(
      `${String(Math.round(longest)).padStart(5)} ms ${String(read.mostMiB).padStart(4)} MiB  ${kind}: ${codes}`,
    );
  }
} finally {
  await rm(folder, { recursive: true });
}
const counts = { files: files.length, crashes, slow, heavy, wordless };
console.log(
  JSON.stringify({
    name: 'files',
    ...counts,
    mostMs: Math.round(mostMs),
    mostMiB,
    seed: Number(values.seed),
  }),
);
if (crashes + slow + heavy + wordless > 0) process.exitCode = 1;

async function readApart(file: string): Promise<z.infer<typeof reading> | null> {
  try {
    const { stdout } = await run(process.execPath, ['bench/lib/files/read-one.ts', file], {
      timeout: 60_000,
    });
    return reading.parse(JSON.parse(stdout));
  } catch {
    // It ended by itself, or had to be ended.
    return null;
  }
}
