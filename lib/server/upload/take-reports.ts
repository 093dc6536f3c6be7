import { z } from 'zod';
import type { Severity } from '#lib/domain/report/check.ts';
import type { GroupedReport } from '#lib/domain/report/group-reports.ts';
import { findingProblem } from '#lib/domain/report/report-problem.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { lockPlacements } from '#lib/server/plan/lock-placement.ts';
import { contentHash } from '#lib/server/report/content-hash.ts';
import { findDrafts } from '#lib/server/report/hold-submission.ts';
import { keyOf, loadPlacementMonths } from '#lib/server/report/placement-months.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import {
  type PassedSubmission,
  type SortedSubmission,
  sortSubmission,
  type Submission,
} from '#lib/server/report/sort-submission.ts';
import { writeFileDrafts } from '#lib/server/upload/write-file-drafts.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

type Input = {
  readonly uploadId: string;
  readonly replace: boolean;
  readonly reports: readonly GroupedReport[];
};

/** A remark that goes with a report to review. */
export type Remarked = FieldProblem & { readonly severity: Severity };

/** What a batch of an upload's reports came to. */
export type TakenReports = {
  readonly taken: number;
  readonly unchanged: number;
  /** Keys of the reports that are right, stored now or before. */
  readonly right: readonly string[];
  readonly faults: readonly FieldProblem[];
  readonly remarks: readonly Remarked[];
  readonly participantIds: readonly string[];
};

type State = { readonly submission: Submission; readonly locale: ProblemLocale };
type Change = SortedSubmission & { readonly changed: readonly PassedSubmission[] };

// The reports were read and grouped by the domain's own rules a moment ago, in this process.
const input = z.custom<Input>((given) => typeof given === 'object' && given !== null && 'reports' in given);

/**
 * Takes in the reports of an upload that are right, as drafts that wait to be attested, and says of the others what is
 * wrong: by the same rules as the API. What is there already, the same, is left as it is.
 */
export const takeReports = defineCommand({
  name: 'upload.takeReports',
  mandates: ['coach', 'reporter', 'signatory'],
  input,
  async lock(tx, { reports }: Input, { actor, today }): Promise<State | null> {
    const ids = reports.map(({ placementId }) => placementId);
    if ((await lockPlacements(tx, ids, actor)) === null) return null;
    const grouped = { reports, faults: [] };
    const rules = await loadRules(tx);
    const submission = {
      grouped,
      rules,
      months: await loadPlacementMonths(tx, reports, { termsOf: rules.termsOf, today, withDrafts: true }),
      drafts: await findDrafts(tx, grouped),
      attestorPersonId: null,
    };
    return { submission, locale: monthActor(actor).locale };
  },
  // A file is held against what there is; what somebody has begun by hand stands, unless they said otherwise.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide({ submission, locale }, { replace }, { today }) {
    const sorted = sortSubmission(replace ? { ...submission, drafts: new Map() } : submission, today, locale);
    const changed = sorted.passed.filter(({ placementMonth: { placementId, facts }, content }) => {
      const key = { placementId, month: facts.month };
      const draft = submission.drafts.get(keyOf(key));
      const isSame =
        draft?.hasUnread === false && contentHash(key, draft.content) === contentHash(key, content);
      return !isSame;
    });
    return ok({ ...sorted, changed });
  },
  async write(tx, { passed, unchanged, errors, changed }: Change, { submission, locale }, { actor, now }) {
    await writeFileDrafts(tx, changed, { personId: monthActor(actor).personId, now });
    const keys = passed.map(({ placementMonth: { placementId, facts } }) =>
      keyOf({ placementId, month: facts.month }),
    );
    return {
      taken: changed.length,
      unchanged: passed.length - changed.length + unchanged.length,
      right: [...keys, ...unchanged.map(({ report }) => keyOf(report))],
      faults: errors.map((problem) => withReplaceRemedy(problem, locale)),
      remarks: remarksOf(passed, submission.grouped.reports, locale),
      participantIds: [...submission.months.values()].map(({ participantId }) => participantId),
    } satisfies TakenReports;
  },
  audit: ({ taken, unchanged, faults }, { changed }, _state, { uploadId }) => ({
    type: 'upload',
    id: uploadId,
    participantIds: changed.map(({ placementMonth }) => placementMonth.participantId),
    detail: { taken, unchanged, faults: faults.length },
  }),
});

function remarksOf(
  passed: readonly PassedSubmission[],
  reports: readonly GroupedReport[],
  locale: ProblemLocale,
): readonly Remarked[] {
  const byKey = new Map(reports.map((report) => [keyOf(report), report]));
  return passed.flatMap(({ placementMonth: { placementId, facts }, judged }) => {
    const report = byKey.get(keyOf({ placementId, month: facts.month }));
    if (report === undefined) return [];
    return judged.findings.map((finding) => ({
      ...findingProblem(finding, report, locale),
      severity: finding.severity,
    }));
  });
}

const REPLACE: Readonly<Record<ProblemLocale, string>> = {
  sv: 'Skicka in månaden där, eller ladda upp filen igen och kryssa i att den ska ersätta det som är ifyllt.',
  en: 'Send the month from there, or upload the file again and tick that it replaces what is filled in.',
};

function withReplaceRemedy(problem: FieldProblem, locale: ProblemLocale): FieldProblem {
  return problem.code === 'DRAFT_EXISTS' ? { ...problem, fix: REPLACE[locale] } : problem;
}
