import type { PlainDate } from '#lib/shared/plain-date.ts';

export type SeedRun = {
  readonly ownerUrl: string;
  readonly name: 'none' | 'demo' | 'pilot' | 'national';
  /** The day that the demo is told from. */
  readonly today: PlainDate;
  /** Where the persons who can log in are written down. */
  readonly dataDir: string;
  readonly portalSecret: string;
  /** Told how far a long fill has come. */
  readonly say?: (line: string) => void;
};
