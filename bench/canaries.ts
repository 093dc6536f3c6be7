import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { crawl, type Left } from '#bench/lib/canaries/crawl.ts';
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
import { findActors, mayMeet, type Relations, relationsOf } from '#lib/server/testing/canaries/relations.ts';
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

/**
 * What a sample was drawn from stands as it was, so that anybody can draw it again (decision 24): ids of reports, which lead nowhere for who is not
 * named, of people who were protected afterwards. Those who are protected never stand in a draw.
 */
const FRAME = { field: 'report.id', path: /^\/api\/samples\/[^/]+\/file$/ };

type Leak = {
  readonly who: string;
  readonly where: string;
  readonly field: string;
  readonly protected: boolean;
};

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
  const leaks: Leak[] = [];
  let pages = 0;
  const hear = (leak: Leak): void => {
    leaks.push(leak);
    const { who, where, field } = leak;
    console.log(`  LEAK ${leak.protected ? 'protected' : 'personal'} ${field} to ${who} at ${where}`);
  };
  const listen = (who: string, relations: Relations | null) => (left: Left) => {
    pages += 1;
    if (left.status >= 500) hear({ who, where: left.path, field: `status ${left.status}`, protected: false });
    for (const { participantId, field } of aviary.heardIn(left.text)) {
      if (field === FRAME.field && FRAME.path.test(left.path)) continue;
      if (relations !== null && mayMeet(relations, participantId, protectedIds)) continue;
      hear({ who, where: left.path, field, protected: protectedIds.has(participantId) });
    }
    for (const { participantId, field } of aviary.heardIn(left.path)) {
      if (field.startsWith('person'))
        hear({ who, where: `address ${left.path}`, field, protected: protectedIds.has(participantId) });
    }
  };
  const origin = new URL(url).origin;
  await crawl(
    { origin, cookie: '', from: ['/', '/providers', '/calculator', '/api/openapi.json'], ofEach, most },
    listen('nobody', null),
  );
  // Guests have an e-ID and no account.
  for (const { subject, role } of persons.filter(({ role: one }) => isRole(one))) {
    const browser = new HttpBrowser(url);
    await browser.logIn(subject);
    const actor = await actorOf(owner, actors);
    if (actor === undefined) continue;
    const relations = await relationsOf(owner, actor);
    const before = pages;
    const met = listen(`${subject} (${role})`, relations);
    await makeFiles(browser, actor, origin, met);
    await crawl({ origin, cookie: browser.cookie, from: ['/', ...searches(actor)], ofEach, most }, met);
    console.log(`  ${subject}, ${role}: ${pages - before} pages, ${leaks.length} leaks`);
  }
  const told = heardInFiles(dataDir, aviary, protectedIds);
  for (const leak of told) hear(leak);
  report(leaks, { pages, people: persons.length, aviary, protectedIds });
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

function heardInFiles(dataDir: string, aviary: Aviary, protectedIds: ReadonlySet<string>): readonly Leak[] {
  const logs = filesBelow(path.join(dataDir, 'logs')).map(({ file, text }) => ({
    who: 'log',
    where: file,
    text,
  }));
  const mails = filesBelow(path.join(dataDir, 'mails')).map(({ file, text }) => ({
    who: 'mail',
    where: file,
    text: saidInMail(text),
  }));
  console.log(`  ${logs.length} logs, ${mails.length} mails`);
  return [...logs, ...mails].flatMap(({ who, where, text }) =>
    aviary
      .heardIn(text)
      // An address has opaque ids of its own; what they lead to is another matter.
      .filter(({ field }) => !field.endsWith('.id'))
      .map(({ field, participantId }) => ({ who, where, field, protected: protectedIds.has(participantId) })),
  );
}

function report(
  leaks: readonly Leak[],
  {
    pages,
    people,
    aviary,
    protectedIds,
  }: {
    readonly pages: number;
    readonly people: number;
    readonly aviary: Aviary;
    readonly protectedIds: ReadonlySet<string>;
  },
): void {
  const ofProtected = aviary.countOf(protectedIds);
  console.log(
    JSON.stringify({
      name: 'canaries',
      protectedCanaries: ofProtected,
      personalCanaries: aviary.size - ofProtected,
      people,
      pages,
      protectedHits: leaks.filter((leak) => leak.protected).length,
      personalHits: leaks.filter((leak) => !leak.protected).length,
      seed: Number(values.seed),
    }),
  );
  if (leaks.length > 0 || ofProtected < 200 || aviary.size - ofProtected < 500) process.exitCode = 1;
}
