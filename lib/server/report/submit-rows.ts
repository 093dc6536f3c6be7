import type { Actor, ClientActor } from '#lib/domain/actor/actor.ts';
import { type ToldNotAssessed, toldNotAssessed } from '#lib/domain/report/not-assessed.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import { tooManyRows } from '#lib/schemas/api/request-fault.ts';
import { MOST_ROWS, type SubmitRowsInput, submitRowsInput } from '#lib/schemas/report.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { holdSubmission } from '#lib/server/report/hold-submission.ts';
import {
  type SortedSubmission,
  sortSubmission,
  type Submission,
} from '#lib/server/report/sort-submission.ts';
import { writeAttested, writeDrafts } from '#lib/server/report/write-submission.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import { type FieldProblem, tooLarge, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

export type ReceivedReport = {
  readonly implementationReference: string;
  readonly month: Month;
  /** `draft`: it waits for a signatory. */
  readonly status: CurrentStatus | 'draft';
  readonly id: string | null;
  /** Base pay in öre if it is approved; null for what was there already. */
  readonly amountOre: Ore | null;
  /** Checks that could not be assessed, and why; null where all could. */
  readonly notAssessed: ToldNotAssessed | null;
};

export type ReceivedRows = {
  /** Rows in the call. */
  readonly received: number;
  readonly reports: readonly ReceivedReport[];
  readonly errors: readonly FieldProblem[];
};

function client(actor: Actor): ClientActor {
  if (actor.kind !== 'client') throw new Error('Not a provider’s system');
  return actor;
}

/** What there is to answer; `ids` is empty for a dry run. */
function answer(
  { rows }: SubmitRowsInput,
  { attestorPersonId }: Submission,
  { passed, unchanged, errors }: SortedSubmission,
  ids: ReadonlyMap<object, string>,
): ReceivedRows {
  const isNew = passed.map(
    (report): ReceivedReport => ({
      implementationReference: report.reference,
      month: report.placementMonth.facts.month,
      status: attestorPersonId === null ? 'draft' : 'submitted',
      id: ids.get(report) ?? null,
      amountOre: report.judged.amountOre,
      notAssessed: toldNotAssessed(report.judged.notAssessed),
    }),
  );
  const wasThere = unchanged.map(
    ({ report, current, notAssessed }): ReceivedReport => ({
      implementationReference: report.reference,
      month: report.month,
      status: current.status,
      id: current.id,
      amountOre: null,
      notAssessed: toldNotAssessed(notAssessed),
    }),
  );
  return { received: rows.length, reports: [...isNew, ...wasThere], errors };
}

/**
 * Rows of periodic reports from a provider's own system. Each report goes in whole or not at all; what is right goes in,
 * and is attested by the client's standing signature or waits for one. Where nothing goes in, all that is wrong is the answer.
 */
export const submitRows = defineCommand({
  name: 'report.submitRows',
  mandates: ['client:reports.write'],
  input: submitRowsInput,
  lock: (tx, { rows }: SubmitRowsInput, { actor, today }): Promise<Submission> =>
    // Too many are refused by the guard, before anything is read of them.
    holdSubmission(tx, client(actor), rows.length > MOST_ROWS ? [] : rows, { today, forUpdate: true }),
  // The same content as is there already is no change; other content is told as a report that exists.
  version: () => null,
  guard: (_, { rows }) => (rows.length > MOST_ROWS ? tooLarge([tooManyRows(rows.length)]) : null),
  stepUp: () => null,
  decide(submission, _, { today }) {
    const sorted = sortSubmission(submission, today);
    const nothing = sorted.passed.length === 0 && sorted.unchanged.length === 0;
    return nothing ? err(validationProblem(sorted.errors)) : ok(sorted);
  },
  async write(tx, sorted: SortedSubmission, submission, { actor, now }, input) {
    const by = { client: client(actor), now };
    const { attestorPersonId } = submission;
    if (attestorPersonId !== null) {
      return answer(input, submission, sorted, await writeAttested(tx, sorted.passed, attestorPersonId, by));
    }
    await writeDrafts(tx, sorted.passed, by);
    return answer(input, submission, sorted, new Map());
  },
  audit: ({ received, reports, errors }, { passed }) => ({
    type: 'report',
    id: null,
    participantIds: passed.map(({ placementMonth }) => placementMonth.participantId),
    detail: { received, reportIds: reports.map(({ id }) => id), errors: errors.length },
  }),
});

/** What the same rows would come to. Nothing is stored but that somebody asked. */
export const checkRows = defineQuery<SubmitRowsInput, ReceivedRows>({
  name: 'report.checkRows',
  mandates: ['client:reports.write'],
  purpose: 'Kontroll av redovisning före inskick',
  run: async (tx, input, { actor, today }) => {
    const submission = await holdSubmission(tx, client(actor), input.rows, { today, forUpdate: false });
    return answer(input, submission, sortSubmission(submission, today), new Map());
  },
  reads: ({ received }) => ({ type: 'report', id: 'dryRun', participantIds: [], detail: { received } }),
});
