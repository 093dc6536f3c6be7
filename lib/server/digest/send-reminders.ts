import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { isProviderRole, PROVIDER_ROLES, type ProviderRole } from '#lib/domain/actor/role.ts';
import type { Deadline } from '#lib/domain/calendar/deadline.ts';
import { reminderOn } from '#lib/domain/calendar/reminder-day.ts';
import { reminderMail } from '#lib/domain/calendar/reminder-mail.ts';
import { listDeadlines } from '#lib/server/calendar/list-deadlines.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { monthOf } from '#lib/shared/month.ts';
import { type PlainDate, plainDateFromDate, yearOf } from '#lib/shared/plain-date.ts';
import { isWorkday, swedishCalendar } from '#lib/shared/workdays.ts';

export type Reminding = {
  /** As the worker's role: who is to be asked. */
  readonly worker: Database;
  /** As the app's role: what is left, under the row-level security of the one who is reminded. */
  readonly app: Database;
  readonly now: Date;
  readonly portalUrl: string;
};

type Person = Omit<
  ProviderActor,
  'kind' | 'organisation' | 'role' | 'officeScope' | 'locale' | 'assurance'
> & {
  readonly role: string;
  readonly email: string;
  readonly allOffices: boolean;
  readonly offices: readonly string[];
};

/** Who has several roles at a provider is told once, in the first of these. */
const FIRST_ROLES: readonly ProviderRole[] = ['signatory', 'reporter', 'coach'];

/** Those at providers who may be reminded today: each once for each provider, without those who have said no or were told today. */
async function listPeople(worker: Database, today: PlainDate): Promise<readonly Person[]> {
  const roles = [...FIRST_ROLES, ...PROVIDER_ROLES.filter((role) => !FIRST_ROLES.includes(role))];
  return await worker.$queryRaw<Person[]>`
    WITH here AS (
      SELECT m.*, x.by_mail FROM membership m LEFT JOIN reminder_choice x ON x.membership_id = m.id
      WHERE m.organisation = 'provider' AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to > ${today}::date))
    SELECT DISTINCT ON (m.provider_id, m.person_id) m.id::text AS "membershipId", m.id::text AS "sessionId", m.person_id::text AS "personId",
      q.given_name AS "givenName", q.family_name AS "familyName", q.email, m.role, v.id::text AS "providerId", v.name AS "providerName",
      m.all_offices AS "allOffices", ARRAY(SELECT o.office_id::text FROM membership_office o WHERE o.membership_id = m.id) AS offices,
      ${today}::text AS "authenticatedAt"
    FROM here m JOIN person q ON q.id = m.person_id JOIN provider v ON v.id = m.provider_id
    WHERE q.email IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM here o LEFT JOIN reminder_sent s ON s.membership_id = o.id AND s.day = ${today}::date
      WHERE o.person_id = m.person_id AND o.provider_id = m.provider_id AND (o.by_mail = false OR s.day IS NOT NULL))
    ORDER BY m.provider_id, m.person_id, array_position(${roles}::text[], m.role), m.id`;
}

function actorOf(person: Person): ProviderActor | null {
  const { membershipId, sessionId, personId, givenName, familyName, providerId, providerName, role } = person;
  if (!isProviderRole(role)) return null;
  return {
    kind: 'person',
    organisation: 'provider',
    membershipId,
    sessionId,
    personId,
    givenName,
    familyName,
    providerId,
    providerName,
    role,
    locale: 'sv',
    assurance: 'eid',
    authenticatedAt: person.authenticatedAt,
    officeScope: person.allOffices ? 'all' : person.offices,
  };
}

/**
 * Reminds everybody at the providers who has something left, on the days on which people are reminded. Doing it again the
 * same day tells nobody twice: that somebody was told is written with the mail, or neither is. Returns how many were told.
 */
export async function sendReminders({ worker, app, now, portalUrl }: Reminding): Promise<number> {
  const today = plainDateFromDate(now);
  if (!isWorkday(today, swedishCalendar([yearOf(today)]))) return 0;
  let told = 0;
  for (const person of await listPeople(worker, today)) {
    const actor = actorOf(person);
    if (actor !== null && (await remind(app, actor, person.email, { today, portalUrl }))) told += 1;
  }
  return told;
}

async function remind(
  app: Database,
  actor: ProviderActor,
  email: string,
  { today, portalUrl }: { readonly today: PlainDate; readonly portalUrl: string },
): Promise<boolean> {
  return await inTransaction(app, actor, async (tx) => {
    const deadlines = (await listDeadlines(tx, actor, today)).filter((deadline) => isAtHand(deadline, today));
    if (reminderOn(today, deadlines) === null) return false;
    const written = await tx.$executeRaw`INSERT INTO reminder_sent (membership_id, day)
      VALUES (${actor.membershipId}::uuid, ${today}::date) ON CONFLICT DO NOTHING`;
    if (written === 0) return false;
    const { providerName } = actor;
    const mail = reminderMail(deadlines, { today, providerName, url: new URL(portalUrl).origin });
    await sendInTransaction(tx, 'mail.send', { to: email, ...mail });
    return true;
  });
}

/** The month that goes on cannot be sent yet: calendars show its day, nobody is reminded of it. */
function isAtHand(deadline: Deadline, today: PlainDate): boolean {
  return deadline.kind !== 'month' || deadline.month < monthOf(today);
}
