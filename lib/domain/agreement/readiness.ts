import { agreementFaults } from '#lib/domain/agreement/agreement-faults.ts';
import {
  type CheckedCase,
  checkGoldenCase,
  type GoldenCase,
  paidComponents,
  uncoveredComponents,
} from '#lib/domain/agreement/golden-case.ts';
import type { Component } from '#lib/domain/compensation/evaluation.ts';
import { COMPONENT_SV } from '#lib/domain/compensation/swedish.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export type NamedCase = { readonly name: string; readonly index: number; readonly checked: CheckedCase };

/** What is known of a draft before anybody signs it. */
export type Readiness = {
  /** What is wrong with the document; empty: it can be calculated with. */
  readonly faults: readonly FieldProblem[];
  /** Each case as it comes out; empty while the document is wrong. */
  readonly cases: readonly NamedCase[];
  readonly paid: readonly Component[];
  /** Components that are paid and that no case which passes shows. */
  readonly uncovered: readonly Component[];
};

/** Judges a document and its golden cases as they are now: everything is calculated anew. `taken`: ids of other versions. */
export function readinessOf(
  document: unknown,
  goldenCases: readonly GoldenCase[],
  taken: readonly string[],
): Readiness {
  const faults = [...agreementFaults(document)];
  const agreement = validateAgreement(document);
  if (agreement.ok && taken.includes(agreement.value.id)) {
    const message = 'Beteckning: en annan version har den redan.';
    faults.push({
      pointer: '/id',
      code: 'taken',
      message,
      fix: 'Välj en beteckning som ingen annan version har.',
    });
  }
  if (!agreement.ok) return { faults, cases: [], paid: [], uncovered: [] };
  const cases = goldenCases.map((one, index) => ({
    name: one.name,
    index,
    checked: checkGoldenCase(document, one),
  }));
  const uncovered = uncoveredComponents(
    agreement.value,
    cases.map(({ checked }) => checked),
  );
  return { faults, cases, paid: paidComponents(agreement.value), uncovered };
}

const WRONG: Readonly<Record<Exclude<CheckedCase['state'], 'passes'>, string>> = {
  differs: 'ger något annat än det som väntas.',
  noExpected: 'har inget väntat resultat.',
  invalid: 'kan inte räknas med den här versionen.',
};

/** What the golden cases lack, each with the case it is about. A version whose cases fail is never published. */
export function caseFaults({ cases, uncovered }: Readiness): readonly FieldProblem[] {
  return [
    ...cases.flatMap(({ name, index, checked }) =>
      checked.state === 'passes'
        ? []
        : [
            {
              pointer: `/cases/${index}`,
              code: `case ${checked.state}`,
              message: `Kontrollfallet ”${name}” ${WRONG[checked.state]}`,
              fix: 'Rätta versionen eller fallet, eller godta det nya resultatet.',
            },
          ],
    ),
    ...uncovered.map((component) => ({
      pointer: '/cases',
      code: `uncovered ${component}`,
      message: `Inget kontrollfall som stämmer visar ${COMPONENT_SV[component].toLowerCase()}.`,
      fix: 'Lägg till ett fall som ger en sådan rad.',
    })),
  ];
}

/** Everything that keeps a draft from being submitted or published, impact aside. */
export function draftFaults(readiness: Readiness): readonly FieldProblem[] {
  return readiness.faults.length > 0 ? readiness.faults : caseFaults(readiness);
}
