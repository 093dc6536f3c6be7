import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import type { CaseKind } from '#lib/domain/review/case.ts';
import type { QueuedCase } from '#lib/domain/review/review-queue.ts';
import type { RouteReason } from '#lib/domain/review/route.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';

const KINDS: Readonly<Record<CaseKind, string>> = {
  periodicReport: 'Periodisk rapport',
  correction: 'Rättelse',
  finalReport: 'Slutredovisning',
  outcome: 'Resultat',
};

const OUTCOMES: Readonly<Record<OutcomeType, string>> = {
  employment: 'arbete',
  studies: 'studier',
  ownBusiness: 'eget företag',
};

const REASONS: Readonly<Record<RouteReason, string>> = {
  clear: 'inga anmärkningar',
  lowRisk: 'låg risk',
  hold: 'måste ses av en person',
  risk: 'hög risk',
  sample: 'dragen i stickprov',
  chosen: 'vald av en granskare',
  protected: 'skyddade uppgifter',
  reopened: 'upptagen på nytt',
  correction: 'rättar en godkänd rapport',
};

const HEAD = [
  'Slag',
  'Månad eller resultat',
  'Deltagare',
  'Nivå',
  'Leverantör',
  'Kontor',
  'Leveransområde',
  'Avgörs senast',
  'Måste ses',
  'Risk',
  'Varför',
  'Tagen av',
  'Belopp i kronor (exempelbelopp)',
];

/** One row for each case, in the order given, with a head. Amounts in kronor. */
export function queueCsvRows(cases: readonly QueuedCase[]): readonly (readonly CsvCell[])[] {
  return [
    HEAD,
    ...cases.map((line): readonly CsvCell[] => [
      KINDS[line.kind],
      line.month ?? (line.outcome === null ? '' : OUTCOMES[line.outcome.type]),
      line.participantName,
      line.level,
      line.providerName,
      line.officeName,
      line.area,
      line.dueOn,
      line.holds,
      line.risk,
      line.reason === null ? '' : REASONS[line.reason],
      line.takenByName,
      line.amountOre === null ? null : line.amountOre / 100,
    ]),
  ];
}
