import type { Component } from '#lib/domain/compensation/evaluation.ts';
import { type Month, parseMonth } from '#lib/shared/month.ts';

/** Lines that are read together: base pay by month, the rest by component; corrections apart from first postings. */
export type LineGroupKey = {
  readonly component: Component;
  /** Set for base pay only. */
  readonly month: Month | null;
  readonly correction: boolean;
};

const COMPONENTS = [
  'basePay',
  'resultPay',
  'speedBonus',
  'supplement',
] as const satisfies readonly Component[];

/** The shape of a group's id in an address: `basePay.2026-09`, `resultPay.correction`. */
export const LINE_GROUP_ID = /^(basePay|resultPay|speedBonus|supplement)(?:\.(\d{4}-\d{2}))?(\.correction)?$/;

export function lineGroupId({ component, month, correction }: LineGroupKey): string {
  return `${component}${month === null ? '' : `.${month}`}${correction ? '.correction' : ''}`;
}

/** The group with the id, or null where it is none. */
export function parseLineGroupId(id: string): LineGroupKey | null {
  const match = LINE_GROUP_ID.exec(id);
  const component = COMPONENTS.find((one) => one === match?.[1]);
  if (match === null || component === undefined) return null;
  const month = match[2] === undefined ? null : parseMonth(match[2]);
  const isShaped = (component === 'basePay') === (month !== null);
  return isShaped ? { component, month, correction: match[3] !== undefined } : null;
}

/** In the order they are read: what is new before corrections, base pay first and its latest month first. */
export function compareLineGroups(a: LineGroupKey, b: LineGroupKey): number {
  if (a.correction !== b.correction) return a.correction ? 1 : -1;
  const order = COMPONENTS.indexOf(a.component) - COMPONENTS.indexOf(b.component);
  if (order !== 0) return order;
  return (b.month ?? '') < (a.month ?? '') ? -1 : (b.month ?? '') > (a.month ?? '') ? 1 : 0;
}
