import type { PlainDate } from '#lib/shared/plain-date.ts';

/** How a person at a provider follows the last days. */
export type CalendarSettings = {
  /** Where mail goes; null where no address is known. */
  readonly email: string | null;
  readonly byMail: boolean;
  /** The day on which the calendar's address was made; null where there is none. */
  readonly feedSince: PlainDate | null;
  /** The secret of a new address, which is shown this once; null else. */
  readonly secret: string | null;
};
