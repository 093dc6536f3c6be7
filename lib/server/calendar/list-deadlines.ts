import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Deadline } from '#lib/domain/calendar/deadline.ts';
import { reportDueOn } from '#lib/domain/terms/terms.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { countMissingExtensions } from '#lib/server/extension/missing-extensions.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { reportOutcome } from '#lib/server/outcome/report-outcome.ts';
import { createPlan } from '#lib/server/plan/create-plan.ts';
import { acceptStatement } from '#lib/server/statement/answer/accept-statement.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { countMissingFinalReports } from '#lib/server/todo/final-reports-to-do.ts';
import { listClosingWindows, listOutcomesToDo } from '#lib/server/todo/outcomes-to-do.ts';
import { inScope, type TodoScope } from '#lib/server/todo/todo-scope.ts';
import { addMonthsTo, firstDay, type Month, monthOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Months before the one that goes on which are still asked for. */
const OLDER_MONTHS = 4;

/**
 * The last days of what the actor's role has to do, as counts: a coach's own participants, else all within reach. Those with
 * protected identity are never counted, whoever asks: what is told here leaves the portal.
 */
export async function listDeadlines(
  tx: Tx,
  actor: ProviderActor,
  today: PlainDate,
): Promise<readonly Deadline[]> {
  const coachPersonId = actor.role === 'coach' ? actor.personId : null;
  const scope: TodoScope = { actor, coachPersonId, today, terms: await termsInForce(tx, today) };
  const found: Deadline[] = [];
  if (holdsMandate(actor, saveMonthDraft.mandates)) {
    found.push(...(await listReturned(tx, scope)), ...(await listMonths(tx, scope)));
    found.push(...(await listRejections(tx, scope)));
  }
  if (holdsMandate(actor, createPlan.mandates))
    found.push(...(await listPlans(tx, scope)), ...(await listDocumentDays(tx, scope)));
  if (holdsMandate(actor, reportOutcome.mandates)) found.push(...(await listOutcomeDays(tx, scope)));
  if (holdsMandate(actor, acceptStatement.mandates)) {
    found.push(...(await listStatements(tx, actor.providerId, today)));
  }
  return found;
}

async function listReturned(tx: Tx, scope: TodoScope): Promise<readonly Deadline[]> {
  const rows = await tx.$queryRaw<{ month: Month; count: number }[]>`
    SELECT to_char(r.month, 'YYYY-MM') AS month, count(*)::int AS count FROM report r JOIN placement p ON p.id = r.placement_id
    WHERE ${reportsInReach(scope.actor)} AND r.status = 'returned' AND NOT p.protected AND ${inScope(scope)}
    GROUP BY r.month ORDER BY r.month`;
  return rows.map((row) => ({ kind: 'returned', ...row }));
}

/** By when proposed rejections are answered. */
async function listRejections(tx: Tx, scope: TodoScope): Promise<readonly Deadline[]> {
  const rows = await tx.$queryRaw<{ dueOn: PlainDate; count: number }[]>`
    SELECT r.reply_by::text AS "dueOn", count(*)::int AS count FROM report r JOIN placement p ON p.id = r.placement_id
    WHERE ${reportsInReach(scope.actor)} AND r.reply_by >= ${scope.today}::date AND NOT p.protected AND ${inScope(scope)}
      AND NOT EXISTS (SELECT 1 FROM review_reply a JOIN review_decision d ON d.id = a.decision_id WHERE a.report_id = r.id AND d.last_day = r.reply_by)
    GROUP BY r.reply_by ORDER BY r.reply_by`;
  return rows.map((row) => ({ kind: 'rejection', ...row }));
}

/** The month that goes on and those before it that are not sent whole. */
async function listMonths(tx: Tx, scope: TodoScope): Promise<readonly Deadline[]> {
  const { today, terms } = scope;
  const running = monthOf(today);
  const rows = await tx.$queryRaw<{ month: Month; participants: number; sent: number }[]>`
    SELECT to_char(m.month, 'YYYY-MM') AS month, count(*)::int AS participants, count(r.id)::int AS sent
    FROM generate_series(${firstDay(addMonthsTo(running, -OLDER_MONTHS))}::date, ${firstDay(running)}::date, interval '1 month') AS m (month)
      JOIN placement p ON p."from" < m.month + interval '1 month' AND coalesce(p."end", p."to") > m.month AND coalesce(p."end", p."to") > p."from"
      LEFT JOIN report r ON r.placement_id = p.id AND r.month = m.month::date AND r.status NOT IN ('superseded', 'withdrawn')
    WHERE ${inScope(scope)} AND NOT p.protected GROUP BY m.month HAVING count(r.id) < count(*) ORDER BY m.month`;
  return rows.map(({ month, participants, sent }) => ({
    kind: 'month',
    month,
    dueOn: reportDueOn(month, terms),
    participants,
    left: participants - sent,
    moved: terms.movedDueDays?.[month] ?? null,
  }));
}

async function listPlans(tx: Tx, scope: TodoScope): Promise<readonly Deadline[]> {
  const { today, terms } = scope;
  const rows = await tx.$queryRaw<{ dueOn: PlainDate; count: number }[]>`
    SELECT (p."from" + ${terms.planDays}::int)::text AS "dueOn", count(*)::int AS count FROM placement p
    WHERE ${inScope(scope)} AND NOT p.protected AND p."from" <= ${today}::date AND coalesce(p."end", p."to") > ${today}::date
      AND NOT EXISTS (SELECT 1 FROM plan x WHERE x.placement_id = p.id)
    GROUP BY 1 ORDER BY 1`;
  return rows.map((row) => ({ kind: 'plan', ...row }));
}

/** By when the basis for an extension and the final report are in time. */
async function listDocumentDays(tx: Tx, scope: TodoScope): Promise<readonly Deadline[]> {
  const own: TodoScope = { ...scope, withoutProtected: true };
  const extensions = await countMissingExtensions(tx, own);
  const finalReports = await countMissingFinalReports(tx, own);
  return [
    ...extensions.map((row) => ({ kind: 'extension' as const, ...row })),
    ...finalReports.map((row) => ({ kind: 'finalReport' as const, ...row })),
  ];
}

/** By when evidence has to reach a milestone, and work has to have been signalled. */
async function listOutcomeDays(tx: Tx, scope: TodoScope): Promise<readonly Deadline[]> {
  const own: TodoScope = { ...scope, withoutProtected: true };
  const days = new Map<PlainDate, number>();
  for (const { step, dueOn } of await listOutcomesToDo(tx, own)) {
    if ((step === 'milestone' || step === 'evidence') && dueOn !== null)
      days.set(dueOn, (days.get(dueOn) ?? 0) + 1);
  }
  const closing = await listClosingWindows(tx, own);
  return [
    ...[...days].map(([dueOn, count]) => ({ kind: 'milestone' as const, dueOn, count })),
    ...closing.map(({ dueOn, count }) => ({ kind: 'signalWindow' as const, dueOn, count })),
  ];
}

async function listStatements(tx: Tx, providerId: string, today: PlainDate): Promise<readonly Deadline[]> {
  const rows = await tx.$queryRaw<{ dueOn: PlainDate; cutOff: PlainDate }[]>`
    SELECT s.accept_by::text AS "dueOn", s.cut_off::text AS "cutOff" FROM statement s
    WHERE s.provider_id = ${providerId}::uuid AND s.status = 'proposed' AND s.accept_by >= ${today}::date ORDER BY s.accept_by, s.cut_off`;
  return rows.map((row) => ({ kind: 'statement', ...row }));
}
