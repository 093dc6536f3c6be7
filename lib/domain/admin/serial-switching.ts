/** So many standing switches in one service show at the caseworker (switch, section 2). */
export const SERIAL_SWITCHES = 3;
/** Two switches decided at most so many days apart show too. */
export const CLOSE_SWITCH_DAYS = 30;

export type SerialFact = 'manySwitches' | 'closeSwitches';

/**
 * Why a service's switches show at the caseworker: three or more, or two within 30 days; empty where they do not. A fact and no
 * verdict. Undone switches are not counted. `switches` 0 or more; `shortestGapDays` from one to the next, null below two
 * (switch, section 2).
 */
export function serialFacts(switches: number, shortestGapDays: number | null): readonly SerialFact[] {
  const facts: SerialFact[] = [];
  if (switches >= SERIAL_SWITCHES) facts.push('manySwitches');
  if (shortestGapDays !== null && shortestGapDays <= CLOSE_SWITCH_DAYS) facts.push('closeSwitches');
  return facts;
}
