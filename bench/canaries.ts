import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { crawl, fetched, type Left } from '#bench/lib/canaries/crawl.ts';
import { Listener } from '#bench/lib/canaries/listener.ts';
import { makeFiles } from '#bench/lib/canaries/made-files.ts';
import { hearProtected, protectPeople } from '#bench/lib/canaries/protect-people.ts';
import { filesBelow, saidInMail } from '#bench/lib/canaries/told.ts';
import { HttpBrowser } from '#bench/lib/http-browser.ts';
import { startProduct } from '#bench/lib/product.ts';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { isRole } from '#lib/domain/actor/role.ts';
import { today } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { readSettings } from '#lib/server/env.ts';
import type { Aviary } from '#lib/server/testing/canaries/canary.ts';
import { plantCanaries } from '#lib/server/testing/canaries/plant-canaries.ts';
import { findActors, relationsOf } from '#lib/server/testing/canaries/relations.ts';
import { listPages, listRoutes } from '#lib/server/testing/walls/entry-points.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';

/**
 * Canaries in every personal field of the demo – of people with protected identity, and of everybody else – and everybody of the demo
 * walking through everything that links lead to, with searches, files and calendars; then the process logs and the mails. Nobody meets a
 * canary of somebody whom they have nothing to do with, or, of the protected, are not named for. `--quick` takes fewer pages of each kind.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const { ofEach, most, protectedPeople } = values.quick
  ? { ofEach: 2, most: 60, protectedPeople: 12 }
  : { ofEach: 6, most: 400, protectedPeople: 20 };

await runMain(async () => {
  const product = await startProduct({ PORTAL_SEED: 'demo', LOG_LEVEL: 'info' });
  try {
    const settings = { ...readSettings({}), PORTAL_DATA_DIR: product.dataDir };
    await withOwnerDatabase(settings, ({ ownerUrl }) =>
      withClient(ownerUrl, (owner) => walk(owner, product.url, product.dataDir)),
    );
  } finally {
    await product.stop();
  }
});

async function walk(owner: Client, url: string, dataDir: string): Promise<void> {
  const aviary = await plantCanaries(owner);
  const chosen = await owner.query<{ id: string }>(
    `SELECT a.id::text FROM participant a WHERE NOT a.protected
     ORDER BY (SELECT count(*) FROM report r WHERE r.participant_id = a.id) DESC, a.id LIMIT $1`,
    [protectedPeople],
  );
  const { persons } = await new HttpBrowser(url).beginLogin();
  const caseworker = new HttpBrowser(url);
  await caseworker.logIn(persons.find(({ role }) => role === 'caseworker')?.subject ?? '');
  await protectPeople(
    caseworker,
    chosen.rows.map(({ id }) => id),
  );
  const protectedIds = await hearProtected(owner, aviary);
  console.log(
    `canaries: ${aviary.size}, of them ${aviary.countOf(protectedIds)} of ${protectedIds.size} protected`,
  );
  const actors = await findActors(owner, today());
  const listener = new Listener(aviary, protectedIds);
  const origin = new URL(url).origin;
  const bare = addressesWithoutIds();
  await crawl({ origin, cookie: '', from: ['/', ...bare], ofEach, most }, listener.as('nobody', null));
  const looking: Looking[] = [];
  // Guests have an e-ID and no account.
  for (const { subject, role } of persons.filter(({ role: one }) => isRole(one))) {
    const browser = new HttpBrowser(url);
    await browser.logIn(subject);
    const actor = await actorOf(owner, actors);
    if (actor === undefined) continue;
    const met = listener.as(`${subject} (${role})`, await relationsOf(owner, actor));
    looking.push({ role, cookie: browser.cookie, met });
    const before = listener.pages;
    await makeFiles(browser, actor, origin, met);
    const from = [
      '/',
      ...searches(actor),
      ...(looking.filter((one) => one.role === role).length > 1 ? [] : bare),
    ];
    await crawl({ origin, cookie: browser.cookie, from, ofEach, most }, met);
    console.log(`  ${subject}, ${role}: ${listener.pages - before} pages, ${listener.leaks.length} leaks`);
  }
  await tryAddresses(origin, looking, listener);
  for (const { file, text } of filesBelow(path.join(dataDir, 'logs'), path.join(dataDir, 'postgres.log')))
    listener.inFile('log', file, text);
  for (const { file, text } of filesBelow(path.join(dataDir, 'mail')))
    listener.inFile('mail', file, saidInMail(text));
  report(listener, { people: looking.length, aviary, protectedIds });
}

type Looking = { readonly role: string; readonly cookie: string; readonly met: (left: Left) => void };

/** Pages, and routes that answer to GET, whose address has no id in it: found from the code, whatever links lead to them. */
function addressesWithoutIds(): readonly string[] {
  const routes = listRoutes().filter(({ methods }) => methods.includes('GET'));
  return [...listPages(), ...routes].map((entry) => entry.path).filter((address) => !address.includes('['));
}

/** Where those who are named met the protected, everybody else tries the address itself: two of each role. */
async function tryAddresses(origin: string, looking: readonly Looking[], listener: Listener): Promise<void> {
  const addresses = [...listener.addresses];
  for (const role of new Set(looking.map((one) => one.role))) {
    for (const { cookie, met } of looking.filter((one) => one.role === role).slice(0, 2)) {
      for (const address of addresses) met(await fetched({ origin, cookie }, address));
    }
  }
  for (const address of addresses)
    listener.as('nobody', null)(await fetched({ origin, cookie: '' }, address));
  console.log(
    `  ${addresses.length} addresses of protected people, tried by everybody: ${listener.leaks.length} leaks`,
  );
}

/** Who has just logged in: the newest session's membership. */
async function actorOf(owner: Client, actors: readonly PersonActor[]): Promise<PersonActor | undefined> {
  const { rows } = await owner.query<{ id: string | null }>(
    'SELECT membership_id::text AS id FROM session ORDER BY created_at DESC LIMIT 1',
  );
  return actors.find(({ membershipId }) => membershipId === rows[0]?.id);
}

/** Searches that would find canaries, by what they begin with. */
function searches({ organisation, role }: PersonActor): readonly string[] {
  if (organisation === 'provider')
    return ['/provider/participants?q=Qz', '/provider/intake?q=Qz', '/provider/quality'];
  if (role === 'caseworker') return ['/admin/placements?q=Qz', '/admin/white-spots'];
  return role === 'reviewer' ? ['/review?q=Qz', '/review/providers'] : [];
}

function report(
  { leaks, pages, answered }: Listener,
  told: { readonly people: number; readonly aviary: Aviary; readonly protectedIds: ReadonlySet<string> },
): void {
  const { people, aviary, protectedIds } = told;
  const ofProtected = aviary.countOf(protectedIds);
  const pagesMet = listPages().filter((page) =>
    answered.has(page.path.replaceAll(/\[[^\]]+\]/g, '*')),
  ).length;
  console.log(
    JSON.stringify({
      name: 'canaries',
      protectedCanaries: ofProtected,
      personalCanaries: aviary.size - ofProtected,
      people,
      answers: pages,
      pagesMet,
      pagesThere: listPages().length,
      protectedHits: leaks.filter((leak) => leak.protected).length,
      personalHits: leaks.filter((leak) => !leak.protected).length,
      seed: Number(values.seed),
    }),
  );
  if (leaks.length > 0 || ofProtected < 200 || aviary.size - ofProtected < 500) process.exitCode = 1;
}
