import type { z } from 'zod';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { consumeStepUp } from '#lib/server/auth/step-up.ts';
import { auditInsert, writeAudit } from '#lib/server/command/audit.ts';
import {
  type Command,
  type CommandContext,
  holdsMandate,
  type StepUpDemand,
} from '#lib/server/command/command.ts';
import { claimOf, earlierAnswer, rememberAnswer } from '#lib/server/command/idempotency.ts';
import { problemFromDatabase } from '#lib/server/command/database-problem.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inClaimingTransaction, inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import {
  conflict,
  forbidden,
  knownProblem,
  notFound,
  type Problem,
  validationProblem,
} from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

export type Refusal = { readonly problem: Problem; readonly stepUp?: StepUpDemand };

export type Execution = {
  readonly database: Database;
  readonly actor: Actor;
  readonly now: Date;
  readonly idempotencyKey: string;
};

/** Thrown inside the transaction so that everything written so far is rolled back. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.problem.code);
    this.refusal = refusal;
  }
}

function refuse(problem: Problem, stepUp?: StepUpDemand): never {
  throw new Refused(stepUp === undefined ? { problem } : { problem, stepUp });
}

/**
 * The one way to change state: authorise → transaction (actor set for row-level security) → idempotency key → lock → version →
 * guard → step-up → pure rules → write, audit entry, outbox → commit. A refusal leaves nothing but its own entry in the log.
 */
export async function execute<Input, State, Change, Output>(
  command: Command<Input, State, Change, Output>,
  given: unknown,
  execution: Execution,
): Promise<Result<Output, Refusal>> {
  const { database, actor } = execution;
  try {
    if (!holdsMandate(actor, command.mandates)) refuse(forbidden());
    const input = parse(command.input, given);
    const context = { actor, now: execution.now, today: plainDateFromDate(execution.now) };
    const claim = claimOf(execution.idempotencyKey, command.name, input);
    return ok(
      await inClaimingTransaction(database, actor, claim, async (tx, earlier) => {
        if (earlier === null) return await runStages(tx, command, input, context, claim.key);
        const answer = earlierAnswer<Output>(earlier, claim);
        return answer.ok ? answer.value : refuse(answer.error);
      }),
    );
  } catch (error) {
    const refusal = error instanceof Refused ? error.refusal : refusalFromDatabase(error);
    if (refusal === null) throw error;
    await inTransaction(database, actor, (tx) =>
      writeAudit(tx, {
        actor,
        action: command.name,
        outcome: 'refused',
        subject: { type: 'problem', id: refusal.problem.code, participantIds: [] },
      }),
    );
    return err(refusal);
  }
}

function refusalFromDatabase(error: unknown): Refusal | null {
  const problem = problemFromDatabase(error);
  return problem === null ? null : { problem };
}

function parse<Input>(schema: z.ZodType<Input>, given: unknown): Input {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  return refuse(
    validationProblem(
      parsed.error.issues.map((issue) => ({
        pointer: pointerOf(issue.path),
        code:
          issue.code === 'custom' && typeof issue.params?.code === 'string' ? issue.params.code : issue.code,
        message: issue.message,
      })),
    ),
  );
}

async function runStages<Input, State, Change, Output>(
  tx: Tx,
  command: Command<Input, State, Change, Output>,
  input: Input,
  context: CommandContext,
  idempotencyKey: string,
): Promise<Output> {
  const { actor } = context;
  const state = await command.lock(tx, input, context);
  if (state === null) refuse(notFound());
  const version = command.version(state, input);
  if (version !== null && version.seen !== version.current)
    refuse((await command.changed?.(tx, state, input)) ?? conflict());
  const forbiddenBecause = command.guard(state, input, context);
  if (forbiddenBecause !== null) refuse(forbiddenBecause);
  const decided = command.decide(state, input, context);
  if (!decided.ok) refuse(decided.error);
  // Asked for last, so that nobody signs what would have been refused anyway.
  const demand = command.stepUp(state, input, context);
  const writing = demand === null ? context : await steppedUp(tx, context, demand);
  const output = await command.write(tx, decided.value, state, writing, input);
  const subject = command.audit(output, decided.value, state, input);
  const entry = auditInsert({ actor, action: command.name, outcome: 'done', subject });
  await tx.$executeRaw`WITH answered AS (${rememberAnswer(actor, idempotencyKey, output)}) ${entry}`;
  return output;
}

async function steppedUp(tx: Tx, context: CommandContext, demand: StepUpDemand): Promise<CommandContext> {
  const { actor, now } = context;
  const steppedUpAt = actor.kind === 'person' ? await consumeStepUp(tx, actor, demand, now) : null;
  return steppedUpAt === null ? refuse(knownProblem('stepUpRequired'), demand) : { ...context, steppedUpAt };
}
