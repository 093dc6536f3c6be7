import { readTyped, type ReadMonth, toTyped, type UnreadCell } from '#lib/domain/month-grid/typed-month.ts';
import { judgeReport, type JudgedReport } from '#lib/domain/report/judge-report.ts';
import { leastSupport } from '#lib/domain/report/least-support.ts';
import { monthFromLog } from '#lib/domain/report/month-from-log.ts';
import type { ContentSource, MonthRow } from '#lib/domain/report/month-row.ts';
import { standingOf } from '#lib/domain/report/month-standing.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { loadMonthSources, type MonthScope, type MonthSource } from '#lib/server/month/month-source.ts';
import { compareMonths } from '#lib/server/report/compare-months.ts';
import { hasOtherActor, loadOtherActorMonths } from '#lib/server/report/other-actor-months.ts';
import { type PlacementMonth, placementMonthOf } from '#lib/server/report/placement-months.ts';
import { loadRules, type RulesInForce } from '#lib/server/report/rules-in-force.ts';
import { type Ore, ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** A month as it is shown, and what it takes to send it. */
export type LoadedMonth = {
  readonly row: MonthRow;
  readonly placementMonth: PlacementMonth;
  readonly judged: JudgedReport;
  /** Cells that cannot be read as they were typed. */
  readonly unread: readonly UnreadCell[];
  /** What the log says, where the month can be filled in, whatever the draft says. */
  readonly fromLog: ReportContent;
  /** Who kept the draft last (null: a system) and when (ISO 8601 in UTC, null: there is none). */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
};

const byName = new Intl.Collator('sv');

/** Months of a provider's participants, judged as if they were sent `today`; in the order of names. */
export async function loadMonths(
  tx: Tx,
  scope: MonthScope,
  today: PlainDate,
): Promise<readonly LoadedMonth[]> {
  const { locale } = monthActor(scope.actor);
  const rules = await loadRules(tx);
  const minuteStep = rules.termsOf(scope.month).minuteStep;
  const sources = (await loadMonthSources(tx, scope, today)).map((source) => ({
    source,
    ...contentOf(source, { minuteStep, locale }),
  }));
  const concerned = sources.filter(({ read }) => hasOtherActor(read.content));
  const otherActor = await loadOtherActorMonths(
    tx,
    concerned.map(({ source }) => source.placementId),
  );
  const withFacts = sources.map((filled) => ({
    filled,
    placementMonth: placementMonthOf(filled.source, otherActor),
  }));
  // What is sent is compared when it comes in, and again by the job that draws the sample.
  const comparedOf = await compareMonths(
    tx,
    withFacts
      .filter(({ placementMonth: { current } }) => current === null || current.status === 'returned')
      .map(({ filled, placementMonth }) => ({ ...placementMonth, content: filled.read.content })),
    { termsOf: rules.termsOf, today, withDrafts: true },
  );
  return withFacts
    .toSorted(
      ({ filled: { source: a } }, { filled: { source: b } }) =>
        byName.compare(a.familyName, b.familyName) ||
        byName.compare(a.participantName, b.participantName) ||
        (a.placementId < b.placementId ? -1 : 1),
    )
    .map(({ filled, placementMonth }) => {
      const { content } = filled.read;
      const facts = { ...placementMonth.facts, ...comparedOf({ ...placementMonth, content }) };
      return loadedMonth(filled, { ...placementMonth, facts }, rules, today, locale);
    });
}

function reportedContent({
  reportRows,
  languageSupport,
  jobSuggestions,
  noActivityReason,
}: MonthSource): ReportContent {
  return { rows: reportRows, languageSupport, jobSuggestions, noActivityReason };
}

type Filled = {
  readonly source: MonthSource;
  readonly from: ContentSource;
  readonly read: ReadMonth;
  readonly fromLog: ReportContent;
};

/** A draft goes before a returned report, that before the log; a report under way or decided is what was sent. */
function contentOf(
  source: MonthSource,
  options: { readonly minuteStep: number; readonly locale: ProblemLocale },
): Omit<Filled, 'source'> {
  const { reportId, status, draft, log } = source;
  const fromLog = monthFromLog(log);
  if (reportId !== null && status !== 'returned')
    return { from: 'report', read: allRead(reportedContent(source)), fromLog };
  if (draft !== null) return { from: 'draft', read: readDraft(draft, source.unread ?? [], options), fromLog };
  if (reportId !== null) return { from: 'report', read: allRead(reportedContent(source)), fromLog };
  return { from: log.length > 0 ? 'log' : 'none', read: allRead(fromLog), fromLog };
}

function allRead(content: ReportContent): ReadMonth {
  return { content, unread: [], problems: {} };
}

/** What cannot be read is read again, each time: its faults are told by today's rules. */
function readDraft(
  draft: ReportContent,
  unread: readonly UnreadCell[],
  options: { readonly minuteStep: number; readonly locale: ProblemLocale },
): ReadMonth {
  return unread.length === 0 ? allRead(draft) : readTyped(toTyped(draft, unread), options);
}

function loadedMonth(
  { source, from, read, fromLog }: Filled,
  placementMonth: PlacementMonth,
  rules: RulesInForce,
  today: PlainDate,
  locale: ProblemLocale,
): LoadedMonth {
  const { facts, level, agreementVersionId } = placementMonth;
  const { content } = read;
  const terms = rules.termsOf(facts.month);
  const judged = judgeReport(
    { content, facts, terms, today },
    { agreement: rules.agreementOf(agreementVersionId), level },
  );
  const { currentStatus } = facts;
  const open = currentStatus === null || currentStatus === 'returned';
  const hasDraft = source.draft !== null;
  const possibleOre = possibleOf(source, currentStatus, judged);
  const standing = standingOf({ read, currentStatus, verdict: judged, hasDraft, possibleOre }, locale);
  const row: MonthRow = {
    placementId: source.placementId,
    participantId: source.participantId,
    participantName: source.participantName,
    reference: source.references[0] ?? '',
    officeId: source.officeId,
    officeName: source.officeName,
    coachPersonId: source.coachPersonId,
    coachName: source.coachName,
    level: source.level,
    from: source.from,
    to: source.to,
    source: from,
    draftVersion: source.draftVersion,
    report: reportOf(source),
    content,
    planned: facts.plannedActivities,
    leastSupport: leastSupport(facts, terms).minutes,
    possibleOre,
    ...standing,
    ...(open ? {} : { remarks: [], amountOre: ore(source.amountOre) }),
  };
  const { unread } = read;
  const { changedBy, changedAt } = source;
  return { row, placementMonth, judged, unread, fromLog, changedBy, changedAt };
}

/** What is rejected gives nothing, whatever was asked for. */
function possibleOf(source: MonthSource, status: CurrentStatus | null, judged: JudgedReport): Ore {
  if (status === 'rejected') return ore(0);
  return status === null || status === 'returned' ? judged.amountOre : ore(source.amountOre);
}

function reportOf({ reportId, status, reportVersion, submittedOn }: MonthSource): MonthRow['report'] {
  return reportId === null ? null : { id: reportId, status, version: reportVersion, submittedOn };
}
