import type { Actor } from '#lib/domain/actor/actor.ts';
import { type CommandContext, holdsMandate, type Mandate } from '#lib/server/command/command.ts';
import { problemFromDatabase } from '#lib/server/command/database-problem.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import type { AnyCommand, AnyQuery, UseCase } from '#lib/server/testing/walls/entry-points.ts';
import { textOf } from '#lib/server/testing/walls/marks.ts';
import { WALLS_NOW } from '#lib/server/testing/walls/planted-values.ts';
import { type Written, writtenIn } from '#lib/server/testing/walls/written-rows.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** Which walls stand while a cell is tried. */
export type Walls = 'both' | 'rowsAlone' | 'applicationAlone';

/** How far a try came, and everything that it got to see or wrote. */
export type Tried = {
  readonly came: 'refused' | 'notFound' | 'answered' | 'threw';
  /** What was answered; with the application's checks away, also every row that the database handed over. */
  readonly seen: string;
  readonly written: readonly Written[];
  readonly error: unknown;
};

/** Thrown so that nothing that a cell wrote is there for the next. */
class RolledBack extends Error {
  readonly tried: Tried;
  constructor(tried: Tried) {
    super('rolled back');
    this.tried = tried;
  }
}

export function mandatesOf(useCase: UseCase): readonly Mandate[] {
  return useCase.kind === 'command' ? useCase.command.mandates : useCase.query.mandates;
}

const nothing = { seen: '', written: [], error: null } as const;

/** Tries one use case as one actor: its own stages, with the application's checks in them or answered by yes. */
export async function tryCell(
  database: Database,
  useCase: UseCase,
  input: unknown,
  { actor, walls }: { readonly actor: Actor; readonly walls: Walls },
): Promise<Tried> {
  if (walls !== 'rowsAlone' && !holdsMandate(actor, mandatesOf(useCase)))
    return { came: 'refused', ...nothing };
  const context = { actor, now: WALLS_NOW, today: plainDateFromDate(WALLS_NOW), steppedUpAt: WALLS_NOW };
  try {
    await inTransaction(database, actor, async (tx) => {
      const handed: unknown[] = [];
      const watched = walls === 'rowsAlone' ? watching(tx, handed) : tx;
      const given = { input, context, yes: walls === 'rowsAlone' };
      let reached: Reached;
      try {
        reached =
          useCase.kind === 'command'
            ? await throughStages(watched, useCase.command, given)
            : await throughQuery(watched, useCase.query, given);
      } catch (error) {
        // What the database itself refuses is a refusal like any other.
        reached = { came: problemFromDatabase(error) === null ? 'threw' : 'refused', output: null, error };
      }
      const written = reached.came === 'answered' && useCase.kind === 'command' ? await writtenIn(tx) : [];
      throw new RolledBack({
        came: reached.came,
        seen: textOf([reached.output, handed]),
        written,
        error: reached.error ?? null,
      });
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.tried;
    throw error;
  }
  throw new Error('A cell was not rolled back');
}

type Given = { readonly input: unknown; readonly context: CommandContext; readonly yes: boolean };
type Reached = { readonly came: Tried['came']; readonly output: unknown; readonly error?: unknown };

async function throughQuery(tx: Tx, query: AnyQuery, { input, context }: Given): Promise<Reached> {
  const output = await query.run(tx, input, context);
  return { came: output === null ? 'notFound' : 'answered', output };
}

/** As `execute` goes, without what is no wall: versions, and the fresh login, are there already. */
async function throughStages(tx: Tx, command: AnyCommand, { input, context, yes }: Given): Promise<Reached> {
  const state = await command.lock(tx, input, context);
  if (state === null) return { came: 'notFound', output: null };
  const guarded = yes ? null : command.guard(state, input, context);
  if (guarded !== null) return { came: 'refused', output: guarded };
  const decided = command.decide(state, input, context);
  if (!decided.ok) return { came: 'refused', output: decided.error };
  const output = await command.write(tx, decided.value, state, context, input);
  return { came: 'answered', output };
}

/** The same transaction, keeping everything that the database hands over. */
function watching(tx: Tx, handed: unknown[]): Tx {
  const watch = (target: object): object =>
    new Proxy(target, {
      get(inner, name, receiver) {
        const value: unknown = Reflect.get(inner, name, inner);
        if (typeof value === 'function')
          return (...given: unknown[]) => {
            const answer: unknown = Reflect.apply(value, inner, given);
            return isPromiseLike(answer)
              ? answer.then((rows: unknown) => {
                  handed.push(rows);
                  return rows;
                })
              : answer;
          };
        return typeof value === 'object' && value !== null && receiver !== null ? watch(value) : value;
      },
    });
  return watch(tx) as Tx;
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
