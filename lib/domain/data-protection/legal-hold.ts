/** That a case is not thinned, and why. */
export type LegalHold = {
  readonly id: string;
  readonly reason: string;
  readonly setAt: Date;
  readonly version: number;
};
