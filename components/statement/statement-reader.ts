/** Who reads a statement, and what leads on from it. */
export type StatementReader = {
  /** The page's own path. */
  readonly base: string;
  readonly isProvider: boolean;
  /** Whether the reader may open reports. */
  readonly opensReports: boolean;
};
