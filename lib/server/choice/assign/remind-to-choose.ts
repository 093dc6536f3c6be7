import type { JobActor } from '#lib/domain/actor/actor.ts';
import type { NotificationEvent } from '#lib/domain/notification/notification.ts';
import { reminderDue } from '#lib/domain/choice/reminders.ts';
import type { Database } from '#lib/server/db/client.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

const ACTOR: JobActor = { kind: 'job', name: 'choice.remind' };

type Unchosen = { readonly decisionId: string; readonly arrivedOn: string; readonly chooseBy: string };

/** Who can still choose in time, has somebody to choose from, and nobody who helps on those days already. */
async function listUnchosen(tx: Tx, today: PlainDate): Promise<readonly Unchosen[]> {
  return await tx.$queryRaw<Unchosen[]>`
    SELECT d.id::text AS "decisionId", d.arrived_on::text AS "arrivedOn", d.choose_by::text AS "chooseBy" FROM decision d
    WHERE d.id IN (SELECT s.decision_id FROM service_period s WHERE s.placement_id IS NULL AND s."to" > ${today}::date)
      AND d.arrived_on < ${today}::date AND d.choose_by >= ${today}::date
      AND NOT EXISTS (SELECT 1 FROM white_spot w WHERE w.decision_id = d.id AND w.kind = 'nobody' AND w.ended_on IS NULL)
      AND NOT EXISTS (SELECT 1 FROM placement l
        JOIN LATERAL (SELECT min(s."from") AS first, max(s."to") AS last FROM service_period s
          WHERE s.decision_id = d.id AND s.placement_id IS NULL AND s."to" > ${today}::date) u ON true
        WHERE l.participant_id = d.participant_id AND l.cancelled_at IS NULL
          AND l."from" < u.last AND coalesce(l."end", l."to") > greatest(u.first, ${today}::date, l."from"))`;
}

/** Reminds whoever has not chosen yet on the two days of the terms, once each. Returns how many were reminded. */
export async function remindToChoose(database: Database, now: Date): Promise<number> {
  const today = plainDateFromDate(now);
  return await inTransaction(database, ACTOR, async (tx) => {
    const terms = await termsInForce(tx, today);
    const due = (await listUnchosen(tx, today)).flatMap(({ decisionId, arrivedOn, chooseBy }) => {
      const days = { arrivedOn: plainDate(arrivedOn), chooseBy: plainDate(chooseBy) };
      const reminder = reminderDue(today, days, terms);
      return reminder === null ? [] : [{ d: decisionId, w: reminder.workdays, l: reminder.isLast }];
    });
    const sent = await tx.$queryRaw<{ readonly decisionId: string }[]>`
      INSERT INTO choice_reminder (decision_id, workdays, told_at)
      SELECT x.d, x.w, ${now} FROM jsonb_to_recordset(${JSON.stringify(due)}::jsonb) AS x (d uuid, w smallint)
      ON CONFLICT DO NOTHING RETURNING decision_id::text AS "decisionId"`;
    const last = new Set(due.filter(({ l }) => l).map(({ d }) => d));
    for (const [isLast, reminded] of Map.groupBy(sent, ({ decisionId }) => last.has(decisionId))) {
      const event: NotificationEvent = isLast ? 'choiceLastReminder' : 'choiceReminder';
      const decisions = reminded.map(({ decisionId }) => decisionId);
      // Two statements in one transaction.
      // oxlint-disable-next-line no-await-in-loop
      await tx.$executeRaw`SELECT app.tell_chooser(${decisions}::uuid[], ${event}, ${now})`;
    }
    return sent.length;
  });
}
