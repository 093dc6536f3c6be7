import { drawDay } from '#lib/domain/sampling/draw-day.ts';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { openDatabase } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { settleByTime } from '#lib/server/review/settle-by-time.ts';
import { routeReports } from '#lib/server/sampling/route-reports.ts';
import type { Part, Play, Scene } from '#prisma/seed/demo/stage/scene.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import { monthsOf } from '#prisma/seed/demo/stage/write-work.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** Days from a draw until the reviewers have looked at what was drawn. */
const DAYS_TO_LOOK = 3;

/**
 * What the worker's jobs do each day, on the days on which they do anything: cycles are opened as a month begins, drawn the working
 * day after its due day and at the month's end, looked at by the reviewers, and closed; what nobody has answered becomes final. One report of the last closed month turns
 * out to be in error.
 */
export function samplingScenes(given: Play, parts: readonly Part[]): readonly Scene[] {
  const { calendar, stage, workerUrl } = given;
  const told = new Map(parts.map(({ placementId, stay }) => [placementId, stay.months]));
  const isLeft = (placementId: string, month: Month): boolean =>
    ['late', 'overdue', 'taken', 'waiting'].includes(told.get(placementId)?.get(month)?.review ?? '');
  const work = (on: PlainDate, hour: Scene['hour']): Scene => ({
    on,
    hour,
    play: (at) => letJobWork(workerUrl, at),
  });
  const months = [...new Set(parts.flatMap(({ stay }) => monthsOf(stay, calendar)))].toSorted();
  const scenes = months.flatMap((month): readonly Scene[] => {
    const wrong = month === calendar.month(2) ? month : null;
    const draws = [drawDay(month, 1, terms), addDays(firstDay(nextMonth(nextMonth(month))), -1)];
    return [
      work(firstDay(month), 7),
      ...draws.flatMap((on): readonly Scene[] => {
        const looked = addDays(on, DAYS_TO_LOOK);
        return [
          work(on, 13),
          { on: looked, hour: 12, play: (at) => lookAtDrawn(stage, { isLeft, wrong, at }) },
          work(looked, 13),
        ];
      }),
    ];
  });
  return scenes.filter(({ on }) => on <= calendar.today);
}

async function letJobWork(workerUrl: string, at: Date): Promise<void> {
  const database = openDatabase(workerUrl, 1);
  try {
    await settleByTime(database, at);
    await routeReports({ database, now: at, portalSecret: env().PORTAL_SECRET });
  } finally {
    await database.$disconnect();
  }
}

type Drawn = {
  readonly reportId: string;
  readonly version: number;
  readonly placementId: string;
  readonly month: Month;
  /** Alone in its stratum, and so drawn whatever the secret is. */
  readonly isAlone: boolean;
};

type Looking = {
  readonly isLeft: (placementId: string, month: Month) => boolean;
  /** The month of which one report is in error. */
  readonly wrong: Month | null;
  readonly at: Date;
};

/** A reviewer looks at what was drawn and approves it: all but one, of which some minutes are not shown to have been. */
async function lookAtDrawn(stage: Stage, { isLeft, wrong, at }: Looking): Promise<void> {
  const actor = await stage.actor('anders-wiklund');
  const { rows } = await stage.owner.query<Drawn>(
    `SELECT r.id AS "reportId", r.version, r.placement_id AS "placementId", to_char(r.month, 'YYYY-MM') AS month, f.stratum_count = 1 AS "isAlone"
     FROM sample_frame f JOIN report r ON r.id = f.report_id JOIN participant d ON d.id = r.participant_id JOIN person p ON p.id = d.person_id
     WHERE f.drawn AND r.status = 'submitted' ORDER BY p.family_name, p.given_name, r.month`,
  );
  const seen = rows.filter(({ placementId, month }) => !isLeft(placementId, month));
  const isKnown = wrong === null || (await hasError(stage, wrong));
  const erroneous = isKnown ? undefined : seen.find(({ isAlone, month }) => isAlone && month === wrong);
  for (const report of seen) {
    const { reportId, version } = report;
    const decision = report === erroneous ? await fewerMinutes(stage, reportId) : { decision: 'approve' };
    await stage.command(decideOnReport, { reportId, version, ...decision }, { actor, at });
  }
}

async function hasError(stage: Stage, month: Month): Promise<boolean> {
  const { rowCount } = await stage.owner.query(
    `SELECT FROM review_decision_row w JOIN review_decision d ON d.id = w.decision_id JOIN report r ON r.id = d.report_id
     WHERE r.month = $1 AND r.route_reason = 'sample'`,
    [firstDay(month)],
  );
  return (rowCount ?? 0) > 0;
}

async function fewerMinutes(stage: Stage, reportId: string): Promise<object> {
  const { rows } = await stage.owner.query<{ activity: string; form: string | null; minutes: number }>(
    'SELECT activity, form, minutes FROM report_row WHERE report_id = $1 ORDER BY minutes DESC, activity LIMIT 1',
    [reportId],
  );
  const lowered = rows.map(({ activity, form, minutes }) => ({
    activity,
    form,
    approvedMinutes: minutes - 15,
    reasonCode: 'minutes',
    text: 'Ett av tillfällena var en kvart kortare än det som har redovisats.',
  }));
  return { decision: 'approveFewer', rows: lowered };
}
