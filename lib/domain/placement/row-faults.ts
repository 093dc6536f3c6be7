import type { ServiceRow } from '#lib/domain/placement/service-row.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** The words for what rows of placements.csv can do to each other. Pointers are columns; row numbers are set by the reader. */
export function overlapFault(against: readonly ServiceRow[]): FieldProblem {
  return {
    pointer: '/from',
    column: 'from',
    code: 'overlap',
    message: `Deltagaren är redan i insatsen under en del av tiden, enligt ${referencesOf(against)}.`,
    fix: 'Avsluta den andra perioden först (end och end_reason), eller rätta datumen.',
  };
}

export function periodsDifferFault(against: readonly ServiceRow[]): FieldProblem {
  return {
    pointer: '/level',
    column: 'level',
    code: 'periodsDiffer',
    message: `Period 1 och 2 hör till samma placering men har olika nivå, avtalsversion eller leveransområde (${referencesOf(against)}).`,
    fix: 'Gör dem lika, eller avsluta period 1 så att ett nytt beslut börjar.',
  };
}

export function notChangeableFault(column: string, held: string | number | null): FieldProblem {
  return {
    pointer: `/${column}`,
    column,
    code: 'notChangeable',
    message: `Referensen finns redan med ${column} ${held ?? 'tomt'}. Det kan inte ändras.`,
    fix: 'Ta bort ändringen. Var underlaget fel avslutas placeringen och ett nytt beslut får en egen referens.',
  };
}

export function endBeforeFault(from: PlainDate): FieldProblem {
  return {
    pointer: '/end',
    column: 'end',
    code: 'endOutside',
    message: `Slutet ligger före ${from}, den dag då placeringen börjar enligt portalen.`,
    fix: 'Ange en dag från och med den, eller lämna end och end_reason tomma.',
  };
}

function referencesOf(rows: readonly ServiceRow[]): string {
  const references = [...new Set(rows.map((row) => row.reference))];
  return `${references.length === 1 ? 'genomförandereferens' : 'genomförandereferenserna'} ${references.join(' och ')}`;
}
