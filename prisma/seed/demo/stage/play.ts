import { FIRMS, type FirmKey, officeOf } from '#prisma/seed/demo/firms.ts';
import { deviationScenes } from '#prisma/seed/demo/stage/deviations.ts';
import { evidenceScenes } from '#prisma/seed/demo/stage/evidence.ts';
import { finalReportScenes } from '#prisma/seed/demo/stage/final-reports.ts';
import { accountScenes, outcomeScenes, statementScenes } from '#prisma/seed/demo/stage/money-scenes.ts';
import { insightScenes } from '#prisma/seed/demo/stage/insight.ts';
import { intakeScenes } from '#prisma/seed/demo/stage/intake-scenes.ts';
import { placementDecisionScenes } from '#prisma/seed/demo/stage/placement-decisions.ts';
import { takeStep } from '#prisma/seed/demo/stage/portal-steps.ts';
import type { Part, Play, Scene } from '#prisma/seed/demo/stage/scene.ts';
import { decideReport, take, waitingReports } from '#prisma/seed/demo/stage/review-reports.ts';
import { samplingScenes } from '#prisma/seed/demo/stage/sampling.ts';
import { attestMonth, draftMonth } from '#prisma/seed/demo/stage/send-months.ts';
import { signalScenes } from '#prisma/seed/demo/stage/signals.ts';
import { storyClock } from '#prisma/seed/demo/stage/story-clock.ts';
import { monthsOf } from '#prisma/seed/demo/stage/write-work.ts';
import { monthLog } from '#prisma/seed/demo/story/month-log.ts';
import type { MonthStory, ReviewKind } from '#prisma/seed/demo/story/participant-story.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** The day of the next month on which each firm sends its month, all before the due day. */
const SENDS_ON: Readonly<Record<FirmKey, number>> = { bjorkangen: 3, tallmo: 5, malarsteg: 7, nastaKliv: 8 };
const DAYS_TO_DECISION = 4;

/** Plays the story in the order of its days. */
export async function play(given: Play): Promise<void> {
  const clock = storyClock();
  const parts = partsOf(given);
  const scenes = [
    ...accountScenes(given),
    ...monthScenes(given, parts),
    ...samplingScenes(given, parts),
    ...outcomeScenes(given, parts),
    ...statementScenes(given, parts),
    ...deviationScenes(given, parts),
    ...stepScenes(given),
    ...placementDecisionScenes(given, parts),
    ...finalReportScenes(given, parts),
    ...intakeScenes(given, parts),
    ...signalScenes(given, parts),
    ...evidenceScenes(given, parts),
    ...insightScenes(given, parts),
  ];
  for (const { on, hour, play: happens } of scenes.toSorted((a, b) => orderOf(a, b)))
    await happens(clock(on, hour));
}

function orderOf(a: Scene, b: Scene): number {
  return a.on === b.on ? a.hour - b.hour : a.on < b.on ? -1 : 1;
}

function partsOf({ story, ids }: Play): readonly Part[] {
  return story.flatMap((participant) =>
    participant.stays.flatMap((stay) => {
      const known = ids.get(stay.periods[0]?.reference ?? '');
      if (known === undefined) return [];
      return [{ firm: officeOf(stay.office).firm.key, stay, placementId: known.placementId, participant }];
    }),
  );
}

function monthScenes(given: Play, parts: readonly Part[]): readonly Scene[] {
  const { calendar } = given;
  const months = [...new Set(parts.flatMap(({ stay }) => monthsOf(stay, calendar)))].toSorted();
  return months
    .filter((month) => month < calendar.month(0))
    .flatMap((month) =>
      FIRMS.flatMap(({ key: firm }) => {
        const own = parts.filter(
          (part) => part.firm === firm && monthsOf(part.stay, calendar).includes(month),
        );
        return own.length === 0 ? [] : firmMonth(given, firm, month, own);
      }),
    );
}

/** One firm's month: filled in by hand here and there, sent, decided. The last month is sent by one firm only, as yet. */
function firmMonth(given: Play, firm: FirmKey, month: Month, parts: readonly Part[]): readonly Scene[] {
  const { calendar, stage } = given;
  const isLast = month === calendar.month(1);
  const told = new Map(parts.map((part) => [part.placementId, part.stay.months.get(month)]));
  const after = firstDay(nextMonth(month));
  const wanted = addDays(after, SENDS_ON[firm] - 1);
  const sendsOn = isLast ? calendar.sinceMonthEnd(wanted) : wanted;
  const drafts = parts.flatMap((part) =>
    draftScene(given, part, month, isLast ? calendar.sinceMonthEnd(after) : after),
  );
  if (isLast && firm !== 'bjorkangen') return drafts;
  const regular: Scene[] = [
    {
      on: sendsOn,
      hour: 9,
      play: (at) => attestMonth(stage, firm, month, (id) => !sentLater(told.get(id), isLast), at),
    },
    {
      on: isLast ? sendsOn : addDays(sendsOn, DAYS_TO_DECISION),
      hour: 12,
      play: (at) => decideMonth(given, firm, month, told, at),
    },
  ];
  return [...drafts, ...regular, ...(isLast ? [] : laterScenes(given, firm, month, told))];
}

function sentLater(told: MonthStory | undefined, isLast: boolean): boolean {
  return !isLast && daysAgoSent(told?.review) !== null;
}

/** How many days ago a report was sent that came in late, and is still with the reviewers. */
function daysAgoSent(kind: ReviewKind | undefined): number | null {
  switch (kind) {
    case 'overdue':
      return 16;
    case 'late':
      return 6;
    case 'taken':
      return 5;
    case 'returned':
    case 'rejected':
    case 'waiting':
    case undefined:
      return null;
  }
}

function laterScenes(
  given: Play,
  firm: FirmKey,
  month: Month,
  told: ReadonlyMap<string, MonthStory | undefined>,
): readonly Scene[] {
  const { calendar, stage } = given;
  return [...told].flatMap(([placementId, story]): readonly Scene[] => {
    const ago = daysAgoSent(story?.review);
    if (ago === null) return [];
    const sent: Scene = {
      on: addDays(calendar.today, -ago),
      hour: 10,
      play: (at) => attestMonth(stage, firm, month, (id) => id === placementId, at),
    };
    const only = new Map([[placementId, story]]);
    const taken: Scene = {
      on: addDays(calendar.today, -2),
      hour: 11,
      play: (at) => decideMonth(given, firm, month, only, at),
    };
    return story?.review === 'taken' ? [sent, taken] : [sent];
  });
}

/** Decides what has come in, as the story tells; what is late or waits is left alone. */
async function decideMonth(
  { stage, firms }: Play,
  firm: FirmKey,
  month: Month,
  told: ReadonlyMap<string, MonthStory | undefined>,
  at: Date,
): Promise<void> {
  const providerId = firms.providerIds.get(firm) ?? '';
  for (const report of await waitingReports(stage, providerId, month)) {
    if (!told.has(report.placementId)) continue;
    const kind = told.get(report.placementId)?.review;
    switch (kind) {
      case undefined:
        // What the rules would approve waits for the draw.
        if (!report.isAutomatic) await decideReport(stage, report, kind, at);
        break;
      case 'returned':
      case 'rejected':
        await decideReport(stage, report, kind, at);
        break;
      case 'taken':
        await take(stage, report, at);
        break;
      case 'late':
      case 'overdue':
      case 'waiting':
        break;
    }
  }
}

function draftScene({ stage, calendar }: Play, part: Part, month: Month, on: PlainDate): readonly Scene[] {
  const kind = part.stay.months.get(month)?.draft;
  if (kind === undefined) return [];
  const logged = monthLog(part.stay, month, 'full', { calendar, language: null, until: calendar.today });
  const { firm, placementId } = part;
  return [
    {
      on,
      hour: 8,
      play: (at) => draftMonth(stage, { firm, placementId, month, kind, logged: summed(logged) }, at),
    },
  ];
}

function summed(
  log: ReturnType<typeof monthLog>,
): { activity: string; form: string | null; minutes: number }[] {
  const byRow = Map.groupBy(log, ({ activity, form }) => `${activity} ${form ?? ''}`);
  return [...byRow.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    return [
      {
        activity: first.activity,
        form: first.form,
        minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
      },
    ];
  });
}

function stepScenes({ stage, firms, story }: Play): readonly Scene[] {
  return story.flatMap(({ step, stays, waiting }): readonly Scene[] => {
    const reference = waiting?.reference ?? stays.at(-1)?.periods[0]?.reference;
    if (step === null || reference === undefined) return [];
    return [{ on: step.on, hour: 14, play: (at) => takeStep(stage, firms, reference, step, at) }];
  });
}
