/** Most other parties in a plan. */
export const MOST_PARTIES = 10;
