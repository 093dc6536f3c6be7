/** Somebody who has a case open, and since when (an instant, ISO). */
export type Present = { readonly personId: string; readonly name: string; readonly openedAt: string };

/** Who has not been heard of for so many seconds has left. */
export const PRESENT_FOR_SECONDS = 60;
