import { type Routed, routeOf } from '#lib/domain/review/route.ts';
import { now as clockNow } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { type CheckedReport, checkMonth } from '#lib/server/report/check-month.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { SAMPLING_JOB } from '#lib/server/sampling/open-cycles.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type RouteMonth = {
  readonly month: Month;
  readonly today: PlainDate;
  /** Everything, with the facts as they are known now; or only what compares with others, who have sent since. */
  readonly recheck: 'all' | 'comparing';
  /** When it is found; now, where nothing is said. */
  readonly now?: Date;
};

export type RoutedMonth = { readonly checked: number; readonly found: number; readonly rerouted: number };

const BATCH = 1000;
const TIMEOUT = 5 * 60_000;

/**
 * Checks the reports of a month that wait, stores what is found, weighs them anew and says which way they go, a batch in a transaction
 * each and a fixed number of statements for a batch. What goes to a person stays there. Broken off anywhere it can begin again; a
 * second time finds nothing and changes nothing.
 */
export async function routeMonth(database: Database, asked: RouteMonth): Promise<RoutedMonth> {
  const sum = { checked: 0, found: 0, rerouted: 0 };
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    // oxlint-disable-next-line no-await-in-loop -- one batch in memory at a time
    const batch: RoutedBatch | null = await inTransaction(
      database,
      SAMPLING_JOB,
      (tx) => routeBatch(tx, asked, from),
      TIMEOUT,
    );
    if (batch === null) return sum;
    after = batch.last;
    sum.checked += batch.checked;
    sum.found += batch.found;
    sum.rerouted += batch.rerouted;
  }
}

type RoutedBatch = RoutedMonth & { readonly last: string };

async function routeBatch(tx: Tx, asked: RouteMonth, after: string | null): Promise<RoutedBatch | null> {
  const { month, today, recheck, now = clockNow() } = asked;
  const checked = await checkMonth(tx, { month, today, only: recheck, after, limit: BATCH });
  const last = checked.at(-1)?.reportId;
  if (last === undefined) return null;
  const { riskThreshold } = (await loadRules(tx)).termsOf(month);
  const waiting = await lockWaiting(tx, checked);
  const known = new Map(checked.map((report) => [report.reportId, report]));
  const changes = waiting.flatMap((standing) => {
    const found = known.get(standing.id);
    return found === undefined ? [] : changeOf(standing, found, riskThreshold);
  });
  const ids = new Set(waiting.map(({ id }) => id));
  const isNew = new Set(waiting.flatMap(({ id, reason }) => (reason === null ? [id] : [])));
  const findings = checked.filter(({ reportId }) => ids.has(reportId));
  const found = await storeFindings(tx, findings, { isNew, now });
  await storeChanges(tx, changes);
  return { last, checked: checked.length, found, rerouted: changes.length };
}

type Standing = {
  readonly id: string;
  readonly protected: boolean;
  readonly risk: number;
  readonly holds: number;
  readonly route: string;
  readonly reason: string | null;
};

/** Nobody takes or decides them until the batch is written; who was faster has them. */
async function lockWaiting(tx: Tx, checked: readonly CheckedReport[]): Promise<readonly Standing[]> {
  return await tx.$queryRaw<
    Standing[]
  >`SELECT id::text, protected, risk, holds, route, route_reason AS reason FROM report
    WHERE id = ANY (${checked.map(({ reportId }) => reportId)}::uuid[]) AND status = 'submitted' ORDER BY id FOR UPDATE`;
}

type Change = Pick<CheckedReport, 'risk' | 'holds'> & { readonly id: string } & (
    | Routed
    | Pick<Standing, 'route' | 'reason'>
  );

function changeOf(
  { id, protected: isProtected, ...standing }: Standing,
  { risk, holds }: CheckedReport,
  riskThreshold: number,
): readonly Change[] {
  const stays = standing.route === 'person' && standing.reason !== null;
  const { route, reason } = stays
    ? standing
    : routeOf({ holds, risk }, { riskThreshold }, { protected: isProtected, correction: false });
  const isSame =
    standing.risk === risk &&
    standing.holds === holds &&
    standing.route === route &&
    standing.reason === reason;
  return isSame ? [] : [{ id, risk, holds, route, reason }];
}

/** What a report that was never judged has is told as of when it came in. Returns how many are new. */
async function storeFindings(
  tx: Tx,
  checked: readonly CheckedReport[],
  { isNew, now }: { readonly isNew: ReadonlySet<string>; readonly now: Date },
): Promise<number> {
  const rows = checked.flatMap(({ reportId, findings }) =>
    findings.map(({ code, severity, facts }) => ({
      report_id: reportId,
      code,
      severity,
      facts,
      found_at: isNew.has(reportId) ? null : now,
    })),
  );
  if (rows.length === 0) return 0;
  return await tx.$executeRaw`INSERT INTO check_finding (report_id, code, severity, facts, found_at)
    SELECT report_id, code, severity, facts, found_at FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS x (report_id uuid, code text, severity text, facts jsonb, found_at timestamptz) ON CONFLICT DO NOTHING`;
}

async function storeChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.$executeRaw`UPDATE report r SET risk = x.risk, holds = x.holds, route = x.route, route_reason = x.reason, version = r.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS x (id uuid, risk int, holds int, route text, reason text) WHERE r.id = x.id`;
}
