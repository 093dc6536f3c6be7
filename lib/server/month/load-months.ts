import { judgeReport, type JudgedReport } from '#lib/domain/report/judge-report.ts';
import { leastSupport } from '#lib/domain/report/least-support.ts';
import { monthFromLog } from '#lib/domain/report/month-from-log.ts';
import type { ContentSource, MonthRow } from '#lib/domain/report/month-row.ts';
import { hasContent, isSendable, monthStateOf, remarksOf } from '#lib/domain/report/month-state.ts';
import { remarkOf } from '#lib/domain/report/remark.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import { minutesOf, onSitePermille, type ReportContent } from '#lib/domain/report/report-content.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { loadMonthSources, type MonthScope, type MonthSource } from '#lib/server/month/month-source.ts';
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
  const sources = (await loadMonthSources(tx, scope)).map((source) => ({ source, ...contentOf(source) }));
  const concerned = sources.filter(({ content }) => hasOtherActor(content));
  const otherActor = await loadOtherActorMonths(
    tx,
    concerned.map(({ source }) => source.placementId),
  );
  return sources
    .toSorted(
      ({ source: a }, { source: b }) =>
        byName.compare(a.familyName, b.familyName) ||
        byName.compare(a.participantName, b.participantName) ||
        (a.placementId < b.placementId ? -1 : 1),
    )
    .map((filled) => loadedMonth(filled, placementMonthOf(filled.source, otherActor), rules, today, locale));
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
  readonly content: ReportContent;
};

/** A draft goes before a returned report, that before the log; a report under way or decided is what was sent. */
function contentOf(source: MonthSource): Omit<Filled, 'source'> {
  const { reportId, status, draft, log } = source;
  if (reportId !== null && status !== 'returned') return { from: 'report', content: reportedContent(source) };
  if (draft !== null) return { from: 'draft', content: draft };
  if (reportId !== null) return { from: 'report', content: reportedContent(source) };
  return { from: log.length > 0 ? 'log' : 'none', content: monthFromLog(log) };
}

function loadedMonth(
  { source, from, content }: Filled,
  placementMonth: PlacementMonth,
  rules: RulesInForce,
  today: PlainDate,
  locale: ProblemLocale,
): LoadedMonth {
  const { facts, level, agreementVersionId } = placementMonth;
  const terms = rules.termsOf(facts.month);
  const judged = judgeReport(
    { content, facts, terms, today },
    { agreement: rules.agreementOf(agreementVersionId), level },
  );
  const { currentStatus } = facts;
  const open = currentStatus === null || currentStatus === 'returned';
  const minutes = minutesOf(content.rows);
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
    state: monthStateOf({ content, currentStatus, judged }),
    sendable: isSendable({ content, currentStatus, judged, hasDraft: source.draft !== null }),
    source: from,
    draftVersion: source.draftVersion,
    report: reportOf(source),
    content,
    planned: facts.plannedActivities,
    minutes,
    leastSupport: leastSupport(facts, terms).minutes,
    onSitePermille: onSitePermille(minutes),
    remarks: open ? remarksOf(judged).map((finding) => remarkOf(finding, locale)) : [],
    possibleOre: possibleOf(source, currentStatus, judged),
    amountOre: open ? (hasContent(content) ? judged.amountOre : ore(0)) : ore(source.amountOre),
  };
  return { row, placementMonth, judged };
}

/** What is rejected gives nothing, whatever was asked for. */
function possibleOf(source: MonthSource, status: CurrentStatus | null, judged: JudgedReport): Ore {
  if (status === 'rejected') return ore(0);
  return status === null || status === 'returned' ? judged.amountOre : ore(source.amountOre);
}

function reportOf({ reportId, status, reportVersion, submittedOn }: MonthSource): MonthRow['report'] {
  return reportId === null ? null : { id: reportId, status, version: reportVersion, submittedOn };
}
