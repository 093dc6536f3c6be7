import type { Text } from '#lib/shared/problem.ts';

/** What a placement aims at. Source: service description section 5, joint plan. */
const AIMS = {
  work: { sv: 'Arbete', en: 'Work' },
  studies: { sv: 'Studier', en: 'Studies' },
  both: { sv: 'Arbete eller studier', en: 'Work or studies' },
} as const satisfies Record<string, Text>;

export type PlanAim = keyof typeof AIMS;

export function isPlanAim(value: unknown): value is PlanAim {
  return typeof value === 'string' && Object.hasOwn(AIMS, value);
}

/** All aims in the order in which people see them. */
export const PLAN_AIMS: readonly PlanAim[] = Object.keys(AIMS).filter((aim) => isPlanAim(aim));

export function aimName(aim: PlanAim, locale: keyof Text = 'sv'): string {
  return AIMS[aim][locale];
}
