import { type CutOffFault, cutOffFault } from '#lib/domain/statement/cut-off.ts';
import { startStatementRunInput } from '#lib/schemas/statement.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { findLatestRun } from '#lib/server/statement/run-row.ts';
import { type Problem, type Text, unprocessable } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

const FAULTS: Readonly<Record<CutOffFault, Text>> = {
  inFuture: {
    sv: 'Brytdagen kan inte ligga framåt i tiden. Välj i dag eller en dag som har varit.',
    en: 'The cut-off cannot lie ahead. Choose today or a day in the past.',
  },
  notAfterLatest: {
    sv: 'Brytdagen måste ligga efter den senaste körningens brytdag.',
    en: 'The cut-off must be after that of the latest run.',
  },
  latestUnfinished: {
    sv: 'Den senaste körningen är inte klar. Vänta tills den är det.',
    en: 'The latest run has not finished. Wait until it has.',
  },
};

function problemOf(fault: CutOffFault): Problem {
  const title = FAULTS[fault];
  return unprocessable('cutOffNotPossible', title, [{ pointer: '/cutOff', code: fault, message: title.sv }]);
}

/** Starts a statement run: one for each cut-off. The statements are made by the worker. */
export const startStatementRun = defineCommand({
  name: 'statementRun.start',
  mandates: ['payer'],
  input: startStatementRunInput,
  lock: async (tx) => {
    // There may be no run to lock yet: whoever starts one waits here for anybody else who does.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('statementRun.start'))`;
    return { latest: await findLatestRun(tx) };
  },
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ latest }, { cutOff }, { today }) => {
    const fault = cutOffFault(cutOff, latest, today);
    return fault === null ? ok({ runId: newId(), cutOff }) : err(problemOf(fault));
  },
  write: async (tx, { runId, cutOff }, _, { actor, now }) => {
    const startedBy = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`INSERT INTO statement_run (id, cut_off, started_by_person_id, started_at)
      VALUES (${runId}::uuid, ${cutOff}::date, ${startedBy}::uuid, ${now})`;
    await sendInTransaction(tx, 'statement.run', { runId }, { id: runId });
    return { runId };
  },
  audit: ({ runId }, { cutOff }) => ({
    type: 'statementRun',
    id: runId,
    participantIds: [],
    detail: { cutOff },
  }),
});
