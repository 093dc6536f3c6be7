import { dig, object, readWhole, tell } from '#lib/domain/compensation/reader.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { readAgreement } from '#lib/domain/compensation/validate-agreement.ts';
import { readFacts } from '#lib/domain/compensation/validate-facts.ts';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, type Result } from '#lib/shared/result.ts';

export type EvaluationInput = { readonly agreement: AgreementVersion; readonly facts: PlacementFacts };

const readInput = object({ agreement: readAgreement, facts: readFacts });

/** Tells a table of rates whose first row is not yet in force on the first day of the placement's first period. */
function checkFirstRates(value: unknown, faults: FieldProblem[]): void {
  const firstDay = parsePlainDate(dig(value, 'facts', 'placement', 'periods', 0, 'from'));
  if (firstDay === null) return;
  for (const part of ['basePay', 'resultPay'] as const) {
    const from: PlainDate | null = parsePlainDate(dig(value, 'agreement', part, 'rates', 0, 'from'));
    if (from === null || from <= firstDay) continue;
    const message = `Den första raden måste gälla den ${firstDay}, då placeringen börjar.`;
    tell(faults, `/agreement/${part}/rates/0/from`, 'notInForce', message);
  }
}

/** The typed agreement version and facts, or all faults with pointers into the element (sections 1 and 2). */
export function validateInput(value: unknown): Result<EvaluationInput, readonly FieldProblem[]> {
  const input = readWhole(readInput, value);
  const faults = input.ok ? [] : [...input.error];
  checkFirstRates(value, faults);
  return input.ok && faults.length === 0 ? input : err(faults);
}

/** The typed agreement version, or all its faults with pointers into it (compensation model section 1). */
export function validateAgreement(value: unknown): Result<AgreementVersion, readonly FieldProblem[]> {
  return readWhole(readAgreement, value);
}

/** The typed facts, or all their faults with pointers into them (compensation model section 2). */
export function validateFacts(value: unknown): Result<PlacementFacts, readonly FieldProblem[]> {
  return readWhole(readFacts, value);
}
