import { gzipSync } from 'node:zlib';
import type { BrowserContext } from 'playwright';

/** The scripts that a page loads, with their weight in bytes of gzip. */
export async function scriptsOf(context: BrowserContext, url: string): Promise<ReadonlyMap<string, number>> {
  const page = await context.newPage();
  try {
    const loading: Promise<readonly [string, number]>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      loading.push(response.body().then((body) => [new URL(response.url()).pathname, gzipSync(body).length]));
    });
    const answer = await page.goto(url, { waitUntil: 'networkidle' });
    if (answer?.status() !== 200) throw new Error(`${url} answered ${String(answer?.status())}`);
    return new Map(await Promise.all(loading));
  } finally {
    await page.close();
  }
}

/** Bytes of all of them, or of those that are not among `known`. */
export function weightOf(
  scripts: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, number> = new Map(),
): number {
  return [...scripts].reduce((sum, [path, bytes]) => sum + (known.has(path) ? 0 : bytes), 0);
}
