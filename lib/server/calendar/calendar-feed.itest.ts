import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { eventsOf } from '#lib/domain/calendar/testing/parse-icalendar.ts';
import { calendarSettings } from '#lib/server/calendar/calendar-settings.ts';
import { createFeed } from '#lib/server/calendar/create-feed.ts';
import { findFeedOwner } from '#lib/server/calendar/feed-owner.ts';
import { newFeedSecret } from '#lib/server/calendar/feed-secret.ts';
import { readFeed } from '#lib/server/calendar/read-feed.ts';
import { revokeFeed } from '#lib/server/calendar/revoke-feed.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

// A Wednesday; what is sent for February is due on the 10th.
const now = new Date('2026-03-04T08:00:00Z');
let world: World;
let signatory: ProviderActor;
let secret: string;

const sql = async (text: string) => (await withClient(world.ownerUrl, (client) => client.query(text))).rows;
const feed = async (given = secret, at = now): Promise<string | null> => {
  const owner = await findFeedOwner(world.app, given, plainDateFromDate(at));
  if (owner === null) return null;
  const file = await readFeed(owner, { database: world.app, now: at, portalUrl: 'https://portal.example' });
  return file.ok ? file.value : null;
};
const days = (file: string | null) =>
  eventsOf(file ?? '').map((event) => `${event.get('DTSTART') ?? ''} ${event.get('SUMMARY') ?? ''}`);

/** A new address, as the person sees it once. */
async function made(actor: ProviderActor): Promise<string> {
  const result = await world.run(createFeed, {}, { actor, now });
  const revealId = result.ok ? result.value.revealId : '';
  const shown = await world.read(calendarSettings, { revealId }, { actor, now });
  return (shown.ok ? shown.value.secret : null) ?? '';
}

beforeAll(async () => {
  vi.stubEnv('PORTAL_SECRET', 'x'.repeat(40));
  world = await buildWorld();
  signatory = await world.staff('signatory');
  secret = await made(signatory);
});
afterAll(() => world.close());

describe('the secret address', () => {
  test('is shown once, and kept as a hash alone', async () => {
    expect(secret).toMatch(/^[\w-]{43}$/);
    const stored = await sql(`SELECT encode(secret_hash, 'hex') AS hash FROM calendar_feed`);
    expect(JSON.stringify(stored)).not.toContain(secret);
    const result = await world.run(createFeed, {}, { actor: await world.staff('coach'), now });
    const revealId = result.ok ? result.value.revealId : '';
    // Somebody else does not see it, whatever id they have.
    expect(await world.read(calendarSettings, { revealId }, { actor: signatory, now })).toMatchObject({
      value: { secret: null, feedSince: '2026-03-04' },
    });
    const everything = await sql(`SELECT coalesce(string_agg(detail::text, ''), '') AS log FROM audit_entry`);
    expect(JSON.stringify(everything)).not.toContain(secret);
  });

  test.each(['', 'x', 'a'.repeat(43), '../etc/passwd', newFeedSecret()])('%j is nobody’s', async (wrong) => {
    expect(await feed(wrong)).toBeNull();
  });

  test('stops to work when it is turned off, when another is made, and when the role ends', async () => {
    const actor = await world.staff('coach');
    const first = await made(actor);
    const second = await made(actor);
    expect(await feed(first)).toBeNull();
    expect(await feed(second)).toContain('BEGIN:VCALENDAR');
    expect((await world.run(revokeFeed, {}, { actor, now })).ok).toBe(true);
    expect(await feed(second)).toBeNull();
    expect(await world.run(revokeFeed, {}, { actor, now })).toMatchObject({
      error: { problem: { status: 404 } },
    });
    const third = await made(actor);
    await sql(`UPDATE membership SET valid_to = '2026-03-05' WHERE id = '${actor.membershipId}'`);
    expect(await feed(third)).not.toBeNull();
    expect(await feed(third, new Date('2026-03-05T08:00:00Z'))).toBeNull();
  });
});

describe('the calendar', () => {
  test('tells months and counts of the own provider, and never of those with protected identity', async () => {
    expect(days(await feed())).toEqual([]);
    const own = await buildPlacement(world.owner, { office: world.office, from: '2026-02-02' });
    await buildPlacement(world.owner, { office: world.elsewhere, from: '2026-02-02' });
    const hidden = await buildPlacement(world.owner, { office: world.office, from: '2026-02-02' });
    await sql(`UPDATE participant SET protected = true WHERE id = '${hidden.participant.id}';
      UPDATE placement SET protected = true WHERE id = '${hidden.id}';
      INSERT INTO protected_access (person_id, participant_id, granted_at) VALUES ('${signatory.personId}', '${hidden.participant.id}', now())`);
    const file = (await feed()) ?? '';
    expect(days(file)).toEqual([
      '20260310 Skicka rapporterna för februari 2026: 1 kvar',
      '20260410 Skicka rapporterna för mars 2026: 1 kvar',
    ]);
    for (const { person } of [own.participant, hidden.participant]) {
      expect(file).not.toContain(person.familyName);
    }
    expect(file).not.toContain(own.reference);
  });

  test('has the day as it moved, with why, under the same name as before', async () => {
    const uid = async () => eventsOf((await feed()) ?? '')[0]?.get('UID');
    const before = await uid();
    await sql(`INSERT INTO outage VALUES ('2026-03-10T13:10:00Z', '2026-03-10T14:40:00Z')`);
    const [event] = eventsOf((await feed()) ?? '');
    expect(event?.get('DTSTART')).toBe('20260311');
    expect(event?.get('DESCRIPTION')).toBe(
      '0 av 1 är skickade. Sista dagen flyttas till 11 mars, för portalen låg nere den 10 mars kl. 14.10–15.40.',
    );
    expect(await uid()).toBe(before);
    await sql('DELETE FROM outage');
  });

  test('is empty of a month that is sent', async () => {
    const [placement] = await world.owner.placement.findMany({
      where: { protected: false, providerId: world.office.provider.id },
    });
    const own = await buildPlacement(world.owner, { office: world.office, from: '2026-02-02' });
    await buildStoredReport(world.owner, { placement: own, month: '2026-02' });
    expect(placement).toBeDefined();
    expect(days(await feed())[0]).toBe('20260310 Skicka rapporterna för februari 2026: 1 kvar');
  });
});
