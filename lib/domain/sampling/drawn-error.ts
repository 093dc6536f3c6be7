/** What can be found to be wrong with a drawn report. Stored with results: add, never rename. */
export const DRAWN_ERRORS = ['rejected', 'fewerMinutes', 'changed', 'withdrawn', 'notCompleted'] as const;
export type DrawnErrorKind = (typeof DRAWN_ERRORS)[number];
