import type { z } from 'zod';
import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Role } from '#lib/domain/actor/role.ts';
import type { StepUpPurpose } from '#lib/domain/actor/step-up.ts';
import type { AuditSubject } from '#lib/server/command/audit.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { Problem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

/** Who may give a command: roles of persons, `client:<scope>` of providers' systems, an employer by its link, a code on paper, the worker's jobs, the authority's own load. */
export type Mandate = Role | `client:${string}` | 'employer' | 'paperCode' | 'job' | 'authority-load';

export type CommandContext = {
  readonly actor: Actor;
  readonly now: Date;
  readonly today: PlainDate;
  /** When the person identified themselves again for this very command; only where it asks for it, and only in `write`. */
  readonly steppedUpAt?: Date;
};

/** A fresh e-ID login asked for before the command, bound to what was shown. */
export type StepUpDemand = { readonly purpose: StepUpPurpose; readonly contentHash: string };

/**
 * A state change, as the stages that every one of them goes through, in this order, inside one transaction in which
 * row-level security knows the actor. All stages are required: one that has nothing to do says so in its own words.
 *
 * `Input` what is asked · `State` what is locked and read · `Change` what the rules decide · `Output` what the caller gets (JSON).
 */
export type Command<Input, State, Change, Output> = {
  /** `noun.verb`, the action in the log. */
  readonly name: string;
  readonly mandates: readonly Mandate[];
  readonly input: z.ZodType<Input>;
  /** Locks what the command rests on and reads it. Null: it does not exist for this actor (404). */
  readonly lock: (tx: Tx, input: Input, context: CommandContext) => Promise<State | null>;
  /** The version the caller saw and the version there is; a difference is a conflict (409). Null where nothing existing is changed. */
  readonly version: (
    state: State,
    input: Input,
  ) => { readonly seen: number; readonly current: number } | null;
  /** What has changed since the caller looked, for the conflict to say. Left out: that something has. */
  readonly changed?: (tx: Tx, state: State, input: Input) => Promise<Problem>;
  /** Whether this actor may do this to this state, beyond the mandate: own submission, named persons … Null: yes. */
  readonly guard: (state: State, input: Input, context: CommandContext) => Problem | null;
  /** The fresh e-ID login that this needs. Null: none. */
  readonly stepUp: (state: State, input: Input, context: CommandContext) => StepUpDemand | null;
  /** The rules: pure, from `lib/domain`. */
  readonly decide: (state: State, input: Input, context: CommandContext) => Result<Change, Problem>;
  /** Writes the change and queues what leaves the database (mail, jobs) in the same transaction. */
  readonly write: (
    tx: Tx,
    change: Change,
    state: State,
    context: CommandContext,
    input: Input,
  ) => Promise<Output>;
  readonly audit: (output: Output, change: Change, state: State, input: Input) => AuditSubject;
};

// biome-ignore format: one line reads better
export function defineCommand<Input, State, Change, Output>(command: Command<Input, State, Change, Output>): Command<Input, State, Change, Output> {
  return command;
}

/** Whether the actor holds one of the mandates. */
export function holdsMandate(actor: Actor, mandates: readonly Mandate[]): boolean {
  switch (actor.kind) {
    case 'person':
      return mandates.includes(actor.role);
    case 'client':
      return actor.scopes.some((scope) => mandates.includes(`client:${scope}`));
    case 'employer':
      return mandates.includes('employer');
    case 'paperCode':
      return mandates.includes('paperCode');
    case 'job':
      return mandates.includes('job');
    case 'authority-load':
      return mandates.includes('authority-load');
  }
}
