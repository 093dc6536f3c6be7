import type { z } from 'zod';
import type { SeenReportInput } from '#lib/schemas/review.ts';
import { type Command, type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import {
  guardOwnSubmission,
  guardTaken,
  type LockedReport,
  lockReport,
} from '#lib/server/review/lock-report.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { reportChanged } from '#lib/server/review/report-changed.ts';
import type { Problem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

type Parts<Input, Change> = {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly decide: (
    report: LockedReport,
    input: Input,
    reviewerPersonId: string,
    today: PlainDate,
  ) => Result<Change, Problem>;
  readonly write: (
    tx: Tx,
    change: Change,
    report: LockedReport,
    context: CommandContext,
    input: Input,
  ) => Promise<void>;
};

export type ReviewedReport = { readonly reportId: string; readonly version: number };

/** What every command of the review bench has in common: it is a reviewer's, locks one report, checks its version, and is nobody's own. */
export function defineReportCommand<Input extends SeenReportInput, Change>(
  parts: Parts<Input, Change>,
): Command<Input, LockedReport, Change, ReviewedReport> {
  return defineCommand({
    name: parts.name,
    mandates: ['reviewer'],
    input: parts.input,
    lock: (tx, { reportId }) => lockReport(tx, reportId),
    version: (report, { version }) => ({ seen: version, current: report.version }),
    changed: reportChanged,
    guard: (report, _, context) => guardOwnSubmission(report, context) ?? guardTaken(report, context),
    stepUp: () => null,
    decide: (report, input, { actor, today }) =>
      parts.decide(report, input, actor.kind === 'person' ? actor.personId : '', today),
    write: async (tx, change, report, context, input) => {
      await parts.write(tx, change, report, context, input);
      return { reportId: report.id, version: report.version + 1 };
    },
    audit: (_, change, report) => ({
      type: 'report',
      id: report.id,
      participantIds: [report.participantId],
      detail: { month: report.month, change },
    }),
  });
}
