import { DOCUMENT_KINDS } from '#lib/domain/document/document.ts';
import type { WordsFor } from '#lib/domain/notification/event-words.ts';
import { mailNow, type WaitingEvent } from '#lib/domain/notification/mail-time.ts';
import { notificationMail } from '#lib/domain/notification/notification-mail.ts';
import { ownNotificationMail } from '#lib/domain/notification/own-notification-mail.ts';
import { EVENT_GROUPS, isNotificationEvent } from '#lib/domain/notification/notification.ts';
import { choiceOf, type StoredChoice } from '#lib/domain/notification/own-choice.ts';
import type { Database } from '#lib/server/db/client.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import {
  DEFAULT_LOCALE,
  type Locale,
  ownLocale,
  parseLocale,
  staffLocaleOf,
} from '#lib/shared/i18n/locale.ts';

export type Mailing = {
  /** As the worker's role. */
  readonly database: Database;
  readonly now: Date;
  readonly portalUrl: string;
};

type Row = {
  readonly id: string;
  readonly personId: string;
  readonly own: boolean;
  readonly event: string;
  readonly happened: Date;
  /** Whether a mail still makes sense: not read, an address, and work that goes on. */
  readonly mailable: boolean;
  readonly email: string | null;
  readonly locale: string;
  readonly chosen: boolean;
  /** The language that a participant is known to speak. */
  readonly speaks: string | null;
  readonly choice: StoredChoice | null;
};

/** Somebody's mail of what waits: work in one, what is about themselves in another. */
type Letter = {
  readonly to: WordsFor;
  readonly email: string;
  readonly locale: Locale;
  readonly choice: StoredChoice | null;
  readonly waiting: WaitingEvent[];
};

async function listWaiting({ database, now }: Mailing): Promise<readonly Row[]> {
  return await database.$queryRaw<Row[]>`
    SELECT n.id::text, n.person_id::text AS "personId", n.organisation = 'self' AS own, n.event, n.created_at AS happened, p.email,
      p.locale, p.locale_chosen AS chosen, (SELECT a.language FROM participant a WHERE a.person_id = p.id) AS speaks,
      n.read_at IS NULL AND p.email IS NOT NULL AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = n.person_id
        AND m.organisation = n.organisation AND m.provider_id IS NOT DISTINCT FROM n.provider_id
        AND (m.valid_to IS NULL OR m.valid_to > (${now.toISOString()}::timestamptz AT TIME ZONE 'Europe/Stockholm')::date)) AS mailable,
      (SELECT json_build_object('ways', c.ways, 'quietFrom', c.quiet_from, 'quietTo', c.quiet_to, 'quietWeekends', c.quiet_weekends)
        FROM notification_choice c WHERE c.person_id = n.person_id) AS choice
    FROM notification n JOIN person p ON p.id = n.person_id
    WHERE n.mail = 'waiting' ORDER BY n.person_id, n.created_at, n.id`;
}

/** What waits, by whose mail it would be; and what will never be mailed. */
function sortWaiting(rows: readonly Row[]): {
  readonly letters: readonly Letter[];
  readonly never: readonly string[];
} {
  const letters = new Map<string, Letter>();
  const never: string[] = [];
  for (const { id, personId, own, event, happened, mailable, email, choice, ...row } of rows) {
    if (!mailable || email === null || !isNotificationEvent(event)) {
      never.push(id);
      continue;
    }
    const key = `${personId} ${own}`;
    const letter = letters.get(key) ?? {
      to: own ? 'participant' : 'staff',
      email,
      locale: own ? ownLocale(row) : (parseLocale(row.locale) ?? DEFAULT_LOCALE),
      choice,
      waiting: [],
    };
    letter.waiting.push({ id, group: EVENT_GROUPS[event], happened });
    letters.set(key, letter);
  }
  return { letters: [...letters.values()], never };
}

/**
 * Sends what is due by each person's choice, several events in one mail. That events are mailed is written with the mail,
 * or neither is: a worker that is killed, or two at once, mail nothing twice. Returns how many mails were sent.
 */
export async function mailNotifications(mailing: Mailing): Promise<number> {
  const { letters, never } = sortWaiting(await listWaiting(mailing));
  const settled = [...never];
  let sent = 0;
  for (const letter of letters) {
    const { send, never: unwanted } = mailNow(letter.waiting, choiceOf(letter.choice), mailing.now);
    settled.push(...unwanted.map(({ id }) => id));
    // One after the other: a mail is a transaction of its own.
    // oxlint-disable-next-line no-await-in-loop
    if (send.length > 0 && (await sendLetter(mailing, letter, send))) sent += 1;
  }
  if (settled.length > 0)
    await mailing.database
      .$executeRaw`UPDATE notification SET mail = 'none' WHERE id = ANY (${settled}::uuid[]) AND mail = 'waiting'`;
  return sent;
}

async function sendLetter(
  { database, portalUrl }: Mailing,
  { to, email, locale }: Letter,
  send: readonly WaitingEvent[],
): Promise<boolean> {
  return await database.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ event: string; document: string | null }[]>`
      WITH mailed AS (UPDATE notification SET mail = 'sent' WHERE id = ANY (${send.map(({ id }) => id)}::uuid[]) AND mail = 'waiting'
        RETURNING id, event, document, created_at)
      SELECT event, document FROM mailed ORDER BY created_at, id`;
    const events = rows.flatMap(({ event, document }) =>
      isNotificationEvent(event)
        ? [{ event, document: DOCUMENT_KINDS.find((kind) => kind === document) ?? null }]
        : [],
    );
    if (events.length === 0) return false;
    const url = new URL(portalUrl).origin;
    const mail =
      to === 'participant'
        ? ownNotificationMail({ locale, url })
        : notificationMail(events, { locale: staffLocaleOf(locale), url });
    await sendInTransaction(tx, 'mail.send', { to: email, ...mail });
    return true;
  });
}
