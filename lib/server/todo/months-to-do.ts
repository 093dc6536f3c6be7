import type { ProposedRejection, ReturnedReport, UnsentMonth } from '#lib/domain/todo/todo.ts';
import { reportDueOn, type Terms } from '#lib/domain/terms/terms.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type LoadedMonth, loadMonths } from '#lib/server/month/load-months.ts';
import { recallMonths } from '#lib/server/month/recall-months.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { inScope, type TodoScope } from '#lib/server/todo/todo-scope.ts';
import { addMonthsTo, firstDay, type Month, monthOf, previousMonth } from '#lib/shared/month.ts';
import { ore, sumOre } from '#lib/shared/money.ts';

/** Months before the last one that are still asked for. */
const OLDER_MONTHS = 3;

/** Reports that were sent back and not completed, the first returned first. */
export async function listReturned(tx: Tx, scope: TodoScope): Promise<readonly ReturnedReport[]> {
  const rows = await tx.$queryRaw<(Omit<ReturnedReport, 'kind' | 'amountOre'> & { amount: bigint })[]>`
    SELECT p.id::text AS "placementId", r.participant_id::text AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
      to_char(r.month, 'YYYY-MM') AS month, to_char(v.decided_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS "returnedOn",
      coalesce(v.reason, '') AS reason, r.amount_ore AS amount
    FROM report r JOIN placement p ON p.id = r.placement_id
      JOIN participant q ON q.id = r.participant_id JOIN person n ON n.id = q.person_id
      JOIN LATERAL (SELECT decided_at, reason FROM review_decision WHERE report_id = r.id ORDER BY decided_at DESC LIMIT 1) v ON true
    WHERE ${reportsInReach(scope.actor)} AND r.status = 'returned' AND ${inScope(scope)}
    ORDER BY v.decided_at, r.id`;
  return rows.map(({ amount, ...row }) => ({ kind: 'returned', ...row, amountOre: ore(Number(amount)) }));
}

/** Reports whose proposed rejection can still be answered, the first last day first. */
export async function listProposedRejections(
  tx: Tx,
  scope: TodoScope,
): Promise<readonly ProposedRejection[]> {
  const rows = await tx.$queryRaw<Omit<ProposedRejection, 'kind'>[]>`
    SELECT r.id::text AS "reportId", r.participant_id::text AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
      to_char(r.month, 'YYYY-MM') AS month, r.reply_by::text AS "dueOn", coalesce(v.reason, '') AS reason
    FROM report r JOIN placement p ON p.id = r.placement_id
      JOIN participant q ON q.id = r.participant_id JOIN person n ON n.id = q.person_id
      JOIN LATERAL (SELECT id, reason FROM review_decision WHERE report_id = r.id ORDER BY decided_at DESC, id DESC LIMIT 1) v ON true
    WHERE ${reportsInReach(scope.actor)} AND r.reply_by >= ${scope.today}::date AND ${inScope(scope)}
      AND NOT EXISTS (SELECT 1 FROM review_reply a WHERE a.decision_id = v.id)
    ORDER BY r.reply_by, r.id`;
  return rows.map((row) => ({ kind: 'proposedRejection', ...row }));
}

/** The last month with how far it has come, and older ones that are not sent whole. */
export async function listUnsentMonths(tx: Tx, scope: TodoScope): Promise<readonly UnsentMonth[]> {
  const { actor, coachPersonId, today, terms } = scope;
  const last = previousMonth(monthOf(today));
  const months = await recallMonths(
    tx,
    { actor, month: last, ...(coachPersonId === null ? {} : { coachPersonId }) },
    today,
  );
  return [...(await listOlder(tx, scope, last)), ...progressOf(last, months, months.length, terms)];
}

type OlderMonth = {
  readonly month: Month;
  readonly participants: number;
  readonly unsent: readonly string[];
};

/** Months before the last that are not sent whole, with the kronor of what is left. */
async function listOlder(tx: Tx, scope: TodoScope, last: Month): Promise<readonly UnsentMonth[]> {
  const { actor, today, terms } = scope;
  const asked = Array.from({ length: OLDER_MONTHS }, (_, back) =>
    firstDay(addMonthsTo(last, back - OLDER_MONTHS)),
  );
  // As dates from outside: a month that is worked out in the query cannot go by the reports' index under row-level security.
  const older = await tx.$queryRaw<OlderMonth[]>`
    SELECT to_char(m.month, 'YYYY-MM') AS month, count(*)::int AS participants,
      array_agg(p.id::text) FILTER (WHERE r.id IS NULL) AS unsent
    FROM unnest(${asked}::date[]) AS m (month)
      JOIN placement p ON p."from" < m.month + interval '1 month' AND coalesce(p."end", p."to") > m.month AND coalesce(p."end", p."to") > p."from"
      LEFT JOIN report r ON r.placement_id = p.id AND r.month = m.month AND r.status NOT IN ('superseded', 'withdrawn')
    WHERE ${inScope(scope)} GROUP BY m.month HAVING count(r.id) < count(*) ORDER BY m.month`;
  const found: UnsentMonth[] = [];
  for (const { month, participants, unsent } of older) {
    const months = await loadMonths(tx, { actor, month, placementIds: unsent }, today);
    found.push(...progressOf(month, months, participants, terms));
  }
  return found;
}

/** How far a month has come; nothing where all of it is sent. */
function progressOf(
  month: Month,
  months: readonly LoadedMonth[],
  participants: number,
  terms: Terms,
): readonly UnsentMonth[] {
  const left = months.filter(({ row }) => row.report === null);
  if (left.length === 0) return [];
  return [
    {
      kind: 'month',
      month,
      dueOn: reportDueOn(month, terms),
      moved: terms.movedDueDays?.[month] ?? null,
      participants,
      sent: participants - left.length,
      ready: left.filter(({ row }) => row.sendable).length,
      blocked: left.filter(({ row }) => row.state === 'blocked').length,
      empty: left.filter(({ row }) => row.state === 'notStarted' || row.state === 'draft').length,
      amountOre: sumOre(left.map(({ judged }) => judged.amountOre)),
    },
  ];
}
