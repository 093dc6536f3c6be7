import { setTimeout as wait } from 'node:timers/promises';
import { fetched, type Left, textOf } from '#bench/lib/canaries/crawl.ts';
import type { HttpBrowser } from '#bench/lib/http-browser.ts';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { EXPORT_FORMATS, EXPORT_ROLES, exportKindsOf } from '#lib/domain/export/export-kind.ts';

/** Calendars and files that somebody asks for: no link leads to them until they have. */
export async function makeFiles(
  browser: HttpBrowser,
  actor: PersonActor,
  origin: string,
  met: (left: Left) => void,
): Promise<void> {
  if (actor.organisation !== 'provider') return;
  const key = crypto.randomUUID();
  const calendar = await browser.post('/api/provider/calendar/create', {
    idempotencyKey: `calendar-${key}`,
    back: '/provider/calendar',
  });
  const feed = /\/api\/calendar\/[^"<\s]+\.ics/.exec(calendar.html)?.[0];
  if (feed === undefined) throw new Error(`No calendar at ${calendar.url}`);
  // As a calendar asks for it: without a session.
  met(await fetched({ origin, cookie: '' }, feed));
  const role = EXPORT_ROLES.find((one) => one === actor.role);
  if (role === undefined) return;
  const kinds = Object.fromEntries(exportKindsOf(role).map((kind, index) => [`kinds.${index}`, kind]));
  for (const format of EXPORT_FORMATS) {
    const asked = {
      idempotencyKey: `${format}-${key}`,
      back: '/provider/export',
      ...kinds,
      format,
      since: '',
    };
    await browser.post('/api/provider/exports', asked);
    met(await posted(browser, origin, await readyFile(browser)));
  }
}

/** The newest file, as soon as it is made: one is made at a time. */
async function readyFile(browser: HttpBrowser): Promise<string> {
  let html = '';
  for (let turn = 0; turn < 60; turn += 1) {
    html = (await browser.get('/provider/export')).html;
    const path = /action="(\/api\/provider\/exports\/[^"]+\/file)"/.exec(html)?.[1];
    if (path !== undefined) return path;
    await wait(500);
  }
  throw new Error(
    `The file was not made: ${html
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .slice(0, 1500)}`,
  );
}

async function posted(browser: HttpBrowser, origin: string, path: string): Promise<Left> {
  const response = await fetch(new URL(path, origin), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: browser.cookie, origin },
    body: new URLSearchParams({ idempotencyKey: crypto.randomUUID(), back: '/provider/export' }),
  });
  return { path, status: response.status, text: textOf(Buffer.from(await response.arrayBuffer())) };
}
