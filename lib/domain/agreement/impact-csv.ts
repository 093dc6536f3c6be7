import type { BeforeAfter, Impact } from '#lib/domain/agreement/impact.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';

export type ProviderImpact = { readonly orgNo: string; readonly name: string; readonly impact: Impact };

const HEAD = [
  'Organisationsnummer',
  'Leverantör',
  'Placeringar',
  'Ändrade placeringar',
  'Kan inte räknas',
  'Underlag som berörs',
  'Grundersättning före, kr',
  'Grundersättning efter, kr',
  'Resultatersättning före, kr',
  'Resultatersättning efter, kr',
  'Snabbhetspremie före, kr',
  'Snabbhetspremie efter, kr',
  'Tilläggsersättning före, kr',
  'Tilläggsersättning efter, kr',
  'Summa före, kr',
  'Summa efter, kr',
  'Skillnad, kr',
  'Belopp',
];

function pair({ before, after }: BeforeAfter): readonly number[] {
  return [before / 100, after / 100];
}

/** What a version would change for each provider, as rows of a file with a head. Amounts are examples and say so. */
export function impactCsvRows(providers: readonly ProviderImpact[]): readonly (readonly CsvCell[])[] {
  return [
    HEAD,
    ...providers.map(({ orgNo, name, impact }) => [
      orgNo,
      name,
      impact.placements,
      impact.changed,
      Object.values(impact.notCalculable).reduce((sum, count) => sum + count, 0),
      impact.statements,
      ...pair(impact.byComponent.basePay),
      ...pair(impact.byComponent.resultPay),
      ...pair(impact.byComponent.speedBonus),
      ...pair(impact.byComponent.supplement),
      ...pair(impact.total),
      (impact.total.after - impact.total.before) / 100,
      'exempelbelopp',
    ]),
  ];
}
