import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { HttpBrowser } from '#bench/lib/http-browser.ts';

/** A real list and the list of constants (`/bench/<name>`) that it is compared with. */
export type HeavyList = { readonly name: string; readonly path: string; readonly cookie: string };

type Finding = {
  readonly name: string;
  readonly role: string | null;
  /** Where the list is, for somebody of the role. Null: it is not to be had here. */
  readonly find: (browser: HttpBrowser, subject: string) => Promise<string | null>;
};

const ROW = /<th\b[^>]*\bscope="row"|<li aria-labelledby="provider-/g;
const MONTH = /href="(\/provider\/months\/\d{4}-\d{2})"/g;
const RUN = /href="(\/payments\/runs\/[0-9a-f-]{36})"/;
const RUN_PATIENCE_MS = 120_000;

/** Rows of tables and cards of lists in a page. */
export function rowsIn(html: string): number {
  return html.match(ROW)?.length ?? 0;
}

/**
 * The heaviest list of each front door, each with a person logged in who sees it. `mayStart`: whether a statement run may be
 * started where there is none.
 */
export async function findHeavyLists(url: string, mayStart: boolean): Promise<readonly HeavyList[]> {
  const { persons } = await new HttpBrowser(url).beginLogin();
  const found: HeavyList[] = [];
  for (const { name, role, find } of findings(mayStart)) {
    const subjects = role === null ? [''] : persons.filter((p) => p.role === role).map((p) => p.subject);
    for (const subject of subjects) {
      const browser = new HttpBrowser(url);
      if (subject !== '') await browser.logIn(subject);
      const path = await find(browser, subject);
      if (path === null || rowsIn((await browser.get(path)).html) === 0) continue;
      found.push({ name, path, cookie: browser.cookie });
      break;
    }
    if (!found.some((list) => list.name === name)) console.log(`${name}: no list with rows here, left out`);
  }
  return found;
}

function at(path: string): () => Promise<string> {
  return () => Promise.resolve(path);
}

function findings(mayStart: boolean): readonly Finding[] {
  return [
    { name: 'month', role: 'signatory', find: heaviestMonth },
    { name: 'participants', role: 'intake', find: at('/provider/participants') },
    { name: 'review', role: 'reviewer', find: at('/review') },
    { name: 'placements', role: 'caseworker', find: at('/admin/placements') },
    { name: 'run', role: 'payer', find: (browser) => latestRun(browser, mayStart) },
    { name: 'choose', role: 'participant', find: at('/participant/choose') },
    { name: 'providers', role: null, find: at('/providers') },
  ];
}

async function heaviestMonth(browser: HttpBrowser): Promise<string | null> {
  const { html } = await browser.get('/provider/months');
  const months = [...new Set([...html.matchAll(MONTH)].map(([, path = '']) => path))].slice(0, 4);
  let heaviest: { readonly path: string; readonly bytes: number } | null = null;
  for (const path of months) {
    const bytes = (await browser.get(path)).html.length;
    if (heaviest === null || bytes > heaviest.bytes) heaviest = { path, bytes };
  }
  return heaviest?.path ?? null;
}

/** A finished statement run; where there is none, one is started as the payer would, and waited for. */
async function latestRun(browser: HttpBrowser, mayStart: boolean): Promise<string | null> {
  const made = RUN.exec((await browser.get('/payments')).html)?.[1];
  if (made !== undefined || !mayStart) return made ?? null;
  const cutOff = new Date().toISOString().slice(0, 10);
  const { url, status } = await browser.post('/api/payments/runs', { idempotencyKey: randomUUID(), cutOff });
  const path = new URL(url).pathname;
  if (!path.startsWith('/payments/runs/'))
    throw new Error(`The run was not started: ${url} (status ${status})`);
  for (const since = performance.now(); performance.now() - since < RUN_PATIENCE_MS; ) {
    const progress: unknown = JSON.parse((await browser.get(`/api${path}/progress`)).html);
    if (progress instanceof Object && 'state' in progress && progress.state === 'proposed') return path;
    await pause(500);
  }
  throw new Error(`The statement run was not done within ${RUN_PATIENCE_MS / 1000} s`);
}
