/** One run of `npm run import`, whatever it imports. */
export type ImportRun = {
  /** Absolute path of the CSV file. */
  readonly file: string;
  /** The database's owner: imports are the authority's own load. */
  readonly ownerUrl: string;
  readonly portalSecret: string;
  readonly now: Date;
  /** Store nothing; say what would be stored and what is wrong. */
  readonly dryRun: boolean;
  /** Store nothing where anything is wrong. */
  readonly allOrNothing: boolean;
  /** Reports only: they come in as approved. */
  readonly approve: boolean;
  /** Where failing rows are written. */
  readonly errorsFile: string;
  /** Takes each line of progress, in Swedish. */
  readonly progress: (line: string) => void;
};

/** What came of it, in rows of the file. */
export type ImportOutcome = {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Rows that are right and about nothing that the portal holds; only where that is to be expected. */
  readonly unmatched?: number;
  /** Columns of the file that nobody asked for. */
  readonly ignoredColumns: readonly string[];
};
