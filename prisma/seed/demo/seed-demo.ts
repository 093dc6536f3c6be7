import type { Client } from 'pg';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { openDatabase } from '#lib/server/db/client.ts';
import { refreshRatings } from '#lib/server/rating/refresh-ratings.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { writeApiClient } from '#prisma/seed/api-client.ts';
import { writeDemoFile } from '#prisma/seed/demo-file.ts';
import { castMember } from '#prisma/seed/demo/cast.ts';
import { FIRMS } from '#prisma/seed/demo/firms.ts';
import { GUESTS } from '#prisma/seed/demo/guests.ts';
import { writePresentations } from '#prisma/seed/demo/presentations.ts';
import { demoStaff, SIGNATORIES } from '#prisma/seed/demo/staff.ts';
import { loadService } from '#prisma/seed/demo/stage/load-service.ts';
import { play } from '#prisma/seed/demo/stage/play.ts';
import { readOldNotifications } from '#prisma/seed/demo/stage/read-notifications.ts';
import { openStage } from '#prisma/seed/demo/stage/stage.ts';
import { storyClock } from '#prisma/seed/demo/stage/story-clock.ts';
import { writeFirms } from '#prisma/seed/demo/stage/write-firms.ts';
import { placementIds, writeWork } from '#prisma/seed/demo/stage/write-work.ts';
import { storyCalendar } from '#prisma/seed/demo/story/calendar.ts';
import type { ParticipantStory } from '#prisma/seed/demo/story/participant-story.ts';
import { tellStory } from '#prisma/seed/demo/story/story.ts';
import { seedBasis } from '#prisma/seed/none.ts';
import { AUTHORITY_PEOPLE } from '#prisma/seed/people/authority.ts';
import { inRoleOrder } from '#prisma/seed/people/role-order.ts';
import { type DemoPerson, demoPersonOf } from '#prisma/seed/people/seed-person.ts';
import { type WrittenPerson, writePeople } from '#prisma/seed/people/write-people.ts';
import type { SeedRun } from '#prisma/seed/seed-run.ts';
import { firstDay, monthOf, previousMonth } from '#lib/shared/month.ts';
import { addDays, dayOf, type PlainDate } from '#lib/shared/plain-date.ts';

/** How long ago the staff began: before anything in the story. */
const STAFF_DAYS = 600;

const LAST_DUE_DAY = 28;

/** The demo: a story told from today, played by the portal's own commands. */
export async function seedDemo(run: SeedRun): Promise<void> {
  // What commands seal for the worker, they seal with the portal's own secret.
  process.env['PORTAL_SECRET'] ??= run.portalSecret;
  const roles = await prepareDatabase(run.ownerUrl, run.portalSecret);
  const [owner, app] = [openDatabase(run.ownerUrl, 2), openDatabase(roles.appUrl, 4)];
  const worker = openDatabase(roles.workerUrl, 1);
  try {
    await withClient(run.ownerUrl, async (client) => {
      const basis = await seedBasis(client, run);
      await giveTimeToReport(client, run.today);
      const firms = await writeFirms(client, run.today);
      const people = demoStaff(firms);
      const staff = await writePeople(client, people, {
        since: addDays(run.today, -STAFF_DAYS),
        portalSecret: run.portalSecret,
      });
      const written = new Map([...basis, ...staff]);
      await writePresentations(client, { firms, people: written, today: run.today });
      const story = tellStory(run.today);
      await loadService(owner, story, { portalSecret: run.portalSecret, clock: storyClock() });
      const calendar = storyCalendar(run.today);
      const ids = await placementIds(client);
      await writeWork(client, story, { calendar, ids, firms, staff });
      await nameForProtected(client, written, run.today);
      await addMailAddresses(client);
      const everybody = [...people, ...AUTHORITY_PEOPLE];
      const stage = openStage(client, app, castOf(everybody, written), namesOf(firms.providerIds));
      await play({ stage, story, calendar, firms, ids, workerUrl: roles.workerUrl });
      await stage.close();
      await readOldNotifications(client, run.today);
      await refreshRatings(worker, run.today);
      const apiClient = await writeApiClient(client, {
        providerId: firms.office('tallmoVasteras').providerId,
        name: 'Verksamhetssystemet hos Tallmo',
        attestorMembershipId: written.get(SIGNATORIES.tallmo)?.membershipIds[0] ?? null,
      });
      const persons = inRoleOrder(everybody.map(demoPersonOf));
      writeDemoFile(run.dataDir, { persons: [...persons, ...demoParticipants(story), ...GUESTS], apiClient });
    });
  } finally {
    await Promise.all([owner.$disconnect(), app.$disconnect(), worker.$disconnect()]);
  }
}

/**
 * There is always a month to report in time: where the example's due day has passed, the demo's terms give until the last
 * day that terms can. (On the 29th and later the last month is late here, too.)
 */
async function giveTimeToReport(client: Client, today: PlainDate): Promise<void> {
  if (dayOf(today) <= terms.reportDueDay) return;
  const lastMonth = firstDay(previousMonth(monthOf(today)));
  await client.query('INSERT INTO terms_version (id, valid_from, document) VALUES ($1, $2, $3)', [
    'terms-demo',
    lastMonth,
    JSON.stringify({ ...terms, reportDueDay: LAST_DUE_DAY }),
  ]);
}

function castOf<P extends { readonly subject: string }>(
  people: readonly P[],
  written: ReadonlyMap<string, WrittenPerson>,
): ReadonlyMap<string, { readonly person: P; readonly written: WrittenPerson }> {
  return new Map(
    people.flatMap((person) => {
      const found = written.get(person.subject);
      return found === undefined ? [] : [[person.subject, { person, written: found }] as const];
    }),
  );
}

function namesOf(providerIds: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(FIRMS.map(({ key, name }) => [providerIds.get(key) ?? '', name]));
}

/** Who handles the participants with protected identity: a coach, a signatory, a reviewer. */
const NAMED = ['amina-warsame', 'birgitta-nystrom', 'lena-fors'];

async function nameForProtected(
  client: Client,
  written: ReadonlyMap<string, WrittenPerson>,
  today: PlainDate,
): Promise<void> {
  const personIds = NAMED.map((subject) => written.get(subject)?.personId);
  await client.query(
    `INSERT INTO protected_access (person_id, participant_id, granted_at)
     SELECT person, a.id, $2::date FROM unnest($1::uuid[]) AS person, participant a WHERE a.protected`,
    [personIds, addDays(today, -STAFF_DAYS)],
  );
}

/** Participants who can log in get mail; the address gives nothing away of those who are protected. */
async function addMailAddresses(client: Client): Promise<void> {
  await client.query(
    `UPDATE person p SET email = 'deltagare-' || left(p.id::text, 8) || '@deltagare.example'
     FROM participant a WHERE a.person_id = p.id AND NOT p.protected AND p.email IS NULL`,
  );
}

function demoParticipants(story: readonly ParticipantStory[]): readonly DemoPerson[] {
  return story.flatMap(({ name, description, protected: isProtected }, index) => {
    if (description === null) return [];
    const { identityNumber } = castMember(name);
    const subject = `deltagare-${index + 1}`;
    const shown = isProtected ? 'Skyddad Deltagare' : name;
    return [
      {
        subject,
        name: shown,
        role: 'participant',
        organisation: 'Deltagare',
        description,
        identityNumber,
        locale: 'sv',
      },
    ];
  });
}
