import type { JobActor } from '#lib/domain/actor/actor.ts';
import { reminderMail } from '#lib/domain/statement/dispute-mail-sv.ts';
import { acceptBy } from '#lib/domain/statement/pay-day.ts';
import type { Database } from '#lib/server/db/client.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { actorKey, inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { sendAllInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { type PlainDate, plainDate, plainDateFromDate, yearOf } from '#lib/shared/plain-date.ts';
import { addWorkdays, swedishCalendar } from '#lib/shared/workdays.ts';

const ACTOR: JobActor = { kind: 'job', name: 'statement.silence' };

/** Working days before the last day of the answering period on which the provider is reminded. */
const REMINDER_WORKDAYS = 2;

export type SilenceOutcome = {
  /** Statements that had no answering period and got one. */
  readonly opened: number;
  readonly accepted: number;
  readonly reminded: number;
};

type Moved = {
  readonly id: string;
  readonly providerId: string;
  readonly cutOff: string;
  readonly acceptBy: string;
};

/** Changes statements and notes each in the log, in one command; returns those that were changed. */
async function moveAll(tx: Tx, action: string, update: Prisma.Sql): Promise<readonly Moved[]> {
  return await tx.$queryRaw<Moved[]>`
    WITH moved AS (${update} RETURNING s.id, s.provider_id, s.cut_off, s.accept_by, s.content_hash),
    noted AS (INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, subject_type, subject_id, participant_ids, detail)
      SELECT ${ACTOR.kind}, ${actorKey(ACTOR)}, ${action}, 'done', 'statement', m.id::text, '{}',
        jsonb_build_object('cutOff', m.cut_off, 'acceptBy', m.accept_by, 'contentHash', m.content_hash)
      FROM moved m ORDER BY m.id)
    SELECT m.id::text, m.provider_id::text AS "providerId", m.cut_off::text AS "cutOff", m.accept_by::text AS "acceptBy" FROM moved m`;
}

async function tellReminded(tx: Tx, reminded: readonly Moved[], today: PlainDate): Promise<void> {
  const providers = reminded.map(({ providerId }) => providerId);
  const addresses = await tx.$queryRaw<{ providerId: string; email: string }[]>`
    SELECT DISTINCT m.provider_id::text AS "providerId", p.email FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.provider_id = ANY (${providers}::uuid[]) AND m.role = 'signatory' AND m.valid_from <= ${today}::date
      AND (m.valid_to IS NULL OR m.valid_to > ${today}::date) AND p.email IS NOT NULL`;
  const mails = reminded.flatMap(({ providerId, cutOff, acceptBy: answerBy }) =>
    addresses
      .filter((address) => address.providerId === providerId)
      .map(({ email }) => ({ to: email, ...reminderMail(plainDate(cutOff), plainDate(answerBy)) })),
  );
  await sendAllInTransaction(tx, 'mail.send', mails);
}

/**
 * What silence means, once a day or oftener with the same effect: what was proposed without an answering period gets one
 * from today, what was not answered by the last day of its own is accepted, and who has two working days left is reminded
 * once. Disputed statements wait for their disputes.
 */
export async function acceptBySilence(database: Database, now: Date): Promise<SilenceOutcome> {
  const today = plainDateFromDate(now);
  return await inTransaction(database, ACTOR, async (tx) => {
    const answerBy = acceptBy(today, await termsInForce(tx, today));
    const opened = await moveAll(
      tx,
      'statement.openPeriod',
      Prisma.sql`UPDATE statement s SET accept_by = ${answerBy}::date, version = version + 1
        WHERE s.status = 'proposed' AND s.accept_by IS NULL`,
    );
    const accepted = await moveAll(
      tx,
      'statement.silence',
      Prisma.sql`UPDATE statement s SET status = 'accepted', accepted_at = ${now}, accepted_by = 'silence', version = version + 1
        WHERE s.status = 'proposed' AND s.accept_by < ${today}::date`,
    );
    const year = yearOf(today);
    const through = addWorkdays(today, REMINDER_WORKDAYS, swedishCalendar([year, year + 1]));
    const reminded = await moveAll(
      tx,
      'statement.remind',
      Prisma.sql`UPDATE statement s SET reminded_for = s.accept_by
        WHERE s.status = 'proposed' AND s.accept_by BETWEEN ${today}::date AND ${through}::date
          AND s.reminded_for IS DISTINCT FROM s.accept_by`,
    );
    await tellReminded(tx, reminded, today);
    return { opened: opened.length, accepted: accepted.length, reminded: reminded.length };
  });
}
