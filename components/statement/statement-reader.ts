import type { FactPage } from '#lib/domain/statement/explain-line-sv.ts';

/** Who reads a statement, and what leads on from it. Whatever differs between readers is here. */
export type StatementReader = {
  /** The statement's own path. */
  readonly base: string;
  readonly isProvider: boolean;
  /** Where the pages begin that this reader may open, by the fact that they show; null: none. */
  readonly pages: Readonly<Record<FactPage, string | null>>;
  /** Where this reader disputes an amount of the statement, while that can be done. */
  readonly disputesAt?: string | undefined;
};
