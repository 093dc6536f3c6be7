import { COMPONENT_SV, kronor, REASON_SV } from '#lib/domain/compensation/swedish.ts';
import type { Effect, KeyEffect, KeyState } from '#lib/domain/effect/effect.ts';
import { monthOfKey } from '#lib/domain/statement/entry-key.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';
import { type Ore, ore } from '#lib/shared/money.ts';

/** Kronor with a sign: `+1 495,00 kr`, `−1 495,00 kr`, `0,00 kr`. */
export function signedKronor(amount: Ore): string {
  return `${amount > 0 ? '+' : ''}${kronor(amount)}`;
}

/** What an entitlement is called: `Grundersättning mars 2026`, `Resultatersättning efter 4 månader`. */
export function entitlementSv({ key, component }: Pick<KeyEffect, 'key' | 'component'>): string {
  const name = COMPONENT_SV[component];
  const month = monthOfKey(key);
  if (month !== null) return `${name} ${formatMonth(month)}`;
  const months = key.startsWith('result:') ? Number(key.slice('result:'.length)) : 0;
  return months === 0 ? name : `${name} efter ${months} ${months === 1 ? 'månad' : 'månader'}`;
}

/** How an entitlement stands, as a phrase. */
export function stateSv(state: KeyState): string {
  switch (state.kind) {
    case 'line':
      return kronor(state.amountOre);
    case 'pending':
      return `${kronor(state.amountOre)} tidigast ${formatDate(state.dueOn)}`;
    case 'notPayable':
      return state.amountOre === 0
        ? `Betalas inte. ${REASON_SV[state.reason]}`
        : `${kronor(state.amountOre)} betalas inte. ${REASON_SV[state.reason]}`;
    case 'none':
      return 'Finns inte';
  }
}

/** What the decision changes in kronor, in one sentence. */
export function differenceSv({ differenceOre, keys }: Effect): string {
  if (differenceOre > 0) return `Placeringen ger ${kronor(differenceOre)} mer än i dag.`;
  if (differenceOre < 0) return `Placeringen ger ${kronor(ore(0 - differenceOre))} mindre än i dag.`;
  return keys.length === 0
    ? 'Ingenting ändras i kronor.'
    : 'Inga kronor ändras i dag, men det som väntar eller inte betalas ändras.';
}

/** What the next statement does for the placement after the decision, in one sentence. */
export function nextStatementSv({ nextAfterOre }: Pick<Effect, 'nextAfterOre'>): string {
  if (nextAfterOre > 0) return `Nästa underlag tar upp ${kronor(nextAfterOre)} för placeringen.`;
  if (nextAfterOre < 0) return `Nästa underlag kvittar ${kronor(ore(0 - nextAfterOre))} för placeringen.`;
  return 'Nästa underlag har ingenting att ta upp för placeringen.';
}

/** A decision that has been made, in the kronor that were seen before it: the difference and the next statement. */
export function decidedSv(decided: Pick<Effect, 'differenceOre' | 'nextAfterOre'>): string {
  const { differenceOre } = decided;
  const changed =
    differenceOre === 0
      ? 'inte placeringens belopp'
      : `placeringens belopp med ${signedKronor(differenceOre)}`;
  return `Beslutet ändrade ${changed}. ${nextStatementSv(decided)}`;
}

const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** What changes: the difference, each entitlement before and after, and what the next statement does. */
export function effectSv(effect: Effect): readonly string[] {
  return [
    differenceSv(effect),
    ...effect.keys.map(
      (key) =>
        `${entitlementSv(key)}. I dag: ${ended(stateSv(key.before))} Efter beslutet: ${ended(stateSv(key.after))}`,
    ),
    nextStatementSv(effect),
  ];
}
