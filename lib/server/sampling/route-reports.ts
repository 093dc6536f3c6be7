import { type Draw, drawDay } from '#lib/domain/sampling/draw-day.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { approveFrame } from '#lib/server/sampling/approve-frame.ts';
import { closeCycles } from '#lib/server/sampling/close-cycles.ts';
import { drawCycle } from '#lib/server/sampling/draw-cycle.ts';
import { openCycles, SAMPLING_JOB, type SamplingContext } from '#lib/server/sampling/open-cycles.ts';
import { routeMonth } from '#lib/server/sampling/route-month.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import type { Month } from '#lib/shared/month.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

export type RouteOutcome = {
  readonly opened: number;
  readonly drawn: number;
  readonly approved: number;
  readonly closed: number;
};

type Undone = { readonly id: string; readonly month: Month; readonly draw: Draw; readonly isDrawn: boolean };

/**
 * What the job does each day: opens cycles, draws those whose day has come, approves what was not drawn and closes what is decided.
 * Each step knows by the database alone what is left of it: broken off anywhere it goes on there, and a second time changes nothing.
 */
export async function routeReports(context: SamplingContext): Promise<RouteOutcome> {
  const today = plainDateFromDate(context.now);
  const opened = await openCycles(context);
  let [drawn, approved] = [0, 0];
  for (const cycle of await cyclesToday(context, today)) {
    if (!cycle.isDrawn) {
      // Everything anew, not what compares with others alone: a placement may have ended, a level been put right, since the report came in.
      // oxlint-disable-next-line no-await-in-loop -- cycle by cycle: what one takes the next does not see
      // oxlint-disable-next-line no-await-in-loop
      for (const month of await waitingMonths(context, cycle.month))
        await routeMonth(context.database, { month, today, recheck: 'all', now: context.now });
      // oxlint-disable-next-line no-await-in-loop
      if ((await drawCycle(context, cycle.id)) !== null) drawn += 1;
    }
    // oxlint-disable-next-line no-await-in-loop
    approved += await approveFrame(context, cycle.id);
  }
  return { opened, drawn, approved, closed: await closeCycles(context) };
}

/** Cycles whose day has come, the earliest first, and those drawn of which something may be left to approve. */
async function cyclesToday({ database, now }: SamplingContext, today: PlainDate): Promise<readonly Undone[]> {
  return await inTransaction(database, SAMPLING_JOB, async (tx) => {
    // As reports are: by the terms of the month.
    const { termsOf } = await loadRules(tx);
    const cycles = await tx.$queryRaw<
      Undone[]
    >`SELECT c.id::text, to_char(c.month, 'YYYY-MM') AS month, c.draw, c.drawn_at IS NOT NULL AS "isDrawn"
      FROM sample_cycle c WHERE c.closed_at IS NULL OR c.closed_at > ${now}::timestamptz - interval '7 days' ORDER BY c.month, c.draw`;
    const dayOf = ({ month, draw }: Undone): PlainDate => drawDay(month, draw, termsOf(month));
    return cycles
      .filter((cycle) => cycle.isDrawn || dayOf(cycle) <= today)
      .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  });
}

/** Months of which something waits for a way or a draw, up to the cycle's own. */
async function waitingMonths({ database }: SamplingContext, through: Month): Promise<readonly Month[]> {
  return await inTransaction(database, SAMPLING_JOB, async (tx) => {
    const rows = await tx.$queryRaw<
      { month: Month }[]
    >`SELECT DISTINCT to_char(r.month, 'YYYY-MM') AS month FROM report r
      WHERE r.status = 'submitted' AND r.month <= ${`${through}-01`}::date AND (r.route = 'automatic' OR r.route_reason IS NULL) ORDER BY 1`;
    return rows.map(({ month }) => month);
  });
}
