import { z } from 'zod';
import type { GroupedReport } from '#lib/domain/report/group-reports.ts';
import { judgeReport } from '#lib/domain/report/judge-report.ts';
import { findingProblem } from '#lib/domain/report/report-problem.ts';
import { type Command, defineCommand } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { writeBulkAudit } from '#lib/server/import/bulk-audit.ts';
import { derivePlans } from '#lib/server/import/reports/derive-plans.ts';
import { fileRowsOf, withNeighbours } from '#lib/server/import/reports/read-reports.ts';
import { contentHash } from '#lib/server/report/content-hash.ts';
import { insertReports, type PassedReport } from '#lib/server/report/insert-reports.ts';
import { keyOf, loadPlacementMonths, type PlacementMonth } from '#lib/server/report/placement-months.ts';
import { loadRules, type RulesInForce } from '#lib/server/report/rules-in-force.ts';
import { firstDay, nextMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

type Input = { readonly reports: readonly GroupedReport[]; readonly status: 'submitted' | 'approved' };
type Held = { readonly months: ReadonlyMap<string, PlacementMonth>; readonly rules: RulesInForce };

/** In rows of the file; faults by row. */
export type ReportsOutcome = {
  readonly created: number;
  readonly unchanged: number;
  readonly faults: readonly (readonly [number, readonly FieldProblem[]])[];
};
type Sorted = ReportsOutcome & { readonly passed: readonly PassedReport[] };

// The reports were read and grouped by the domain's own rules a moment ago, in this process.
const input = z.custom<Input>((given) => typeof given === 'object' && given !== null && 'reports' in given);

/**
 * Takes in reports of the authority's own load: those that are right; the others come back with what is wrong. History
 * has no plans to be held against; a placement without a plan gets one from what is reported.
 */
export const loadReports: Command<Input, Held, Sorted, ReportsOutcome> = defineCommand({
  name: 'reports.load',
  mandates: ['authority-load'],
  input,
  lock: async (tx, given) => {
    const ids = [...new Set(given.reports.map(({ placementId }) => placementId))];
    await tx.$queryRaw`SELECT 1 FROM placement WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
    return await hold(tx, given);
  },
  // The file tells what is, not what was seen: there is no version to compare.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: (held, given, { today }) => ok(sort(held, given, today)),
  write: async (tx, { passed, ...outcome }, _, __, { status }) => {
    await insertReports(tx, passed, {
      status,
      source: 'import',
      submittedAt: null,
      submittedByPersonId: null,
      apiClientId: null,
      attestationId: null,
    });
    await derivePlans(tx, passed);
    await auditReports(tx, passed, status);
    return outcome;
  },
  audit: ({ created, unchanged, faults }) => ({
    type: 'importFile',
    id: 'reports.csv',
    participantIds: [],
    detail: { created, unchanged, failed: faults.length },
  }),
});

/** What the same reports would come to. Nobody sees anything of those whom they are about. */
export const previewReports = defineQuery<Input, ReportsOutcome>({
  name: 'reports.preview',
  mandates: ['authority-load'],
  purpose: 'Provläsning av en fil med periodiska redovisningar',
  run: async (tx, given, { today }) => {
    const { passed: _, ...outcome } = sort(await hold(tx, given), given, today);
    return outcome;
  },
  reads: () => null,
});

async function hold(tx: Tx, { reports }: Input): Promise<Held> {
  return { months: await loadPlacementMonths(tx, reports), rules: await loadRules(tx) };
}

/** Tells the reports that go in from those that are there already and those that cannot. */
function sort({ months, rules }: Held, { reports }: Input, today: PlainDate): Sorted {
  const passed: PassedReport[] = [];
  const faults: (readonly [number, readonly FieldProblem[]])[] = [];
  let created = 0;
  let unchanged = 0;
  for (const report of reports) {
    const rows = fileRowsOf(report);
    const placementMonth = months.get(keyOf(report));
    if (placementMonth === undefined) continue;
    const { facts, current, level, agreementVersionId } = placementMonth;
    if (current?.contentHash === contentHash(report, report.content)) {
      unchanged += rows.length;
      continue;
    }
    const afterMonth = firstDay(nextMonth(report.month));
    // Where the service ended within a month that goes on, the report can have come before the month is over.
    const submittedOn = report.submittedOn ?? (afterMonth < today ? afterMonth : today);
    const terms = rules.termsOf(report.month);
    const judged = judgeReport(
      { content: report.content, facts, terms, today: submittedOn },
      { agreement: rules.agreementOf(agreementVersionId), level },
      ['PLAN_MISSING', 'ACTIVITY_NOT_PLANNED'],
    );
    if (judged.blocks.length > 0) {
      faults.push(
        ...withNeighbours(
          rows,
          judged.blocks.map((finding) => findingProblem(finding, report)),
        ),
      );
      continue;
    }
    passed.push({ placementMonth, content: report.content, judged, submittedOn });
    created += rows.length;
  }
  return { passed, created, unchanged, faults };
}

async function auditReports(tx: Tx, passed: readonly PassedReport[], status: Input['status']): Promise<void> {
  const entries = passed.map(({ placementMonth: { placementId, participantId, facts } }) => ({
    subjectType: 'placement',
    subjectId: placementId,
    participantIds: [participantId],
    detail: { month: facts.month, status },
  }));
  await writeBulkAudit(tx, 'reports.load', entries);
}
