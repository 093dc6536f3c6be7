import type { ExportKind } from '#lib/domain/export/export-kind.ts';

/** What a column holds; `kronor` are written with two decimals. */
export type ExportColumn = {
  /** The name in JSON. */
  readonly key: string;
  readonly head: string;
  readonly kind: 'text' | 'date' | 'number' | 'kronor' | 'json';
};

type Given = readonly [key: string, head: string, kind?: ExportColumn['kind']];

const WHO: readonly Given[] = [
  ['implementationReference', 'Genomförandereferens'],
  ['name', 'Deltagare'],
  ['office', 'Verksamhet'],
];

const GIVEN: Readonly<Record<ExportKind, readonly Given[]>> = {
  participants: [
    ...WHO,
    ['kaNumber', 'KA-nummer'],
    ['deliveryArea', 'Leveransområde'],
    ['level', 'Nivå'],
    ['from', 'Första dag', 'date'],
    ['to', 'Planerat slut', 'date'],
    ['end', 'Slut', 'date'],
    ['endReason', 'Slutorsak'],
    ['coach', 'Handledare'],
    ['language', 'Språk'],
    ['needsLanguageSupport', 'Språkstöd'],
  ],
  plans: [
    ...WHO,
    ['number', 'Version', 'number'],
    ['from', 'Gäller från', 'date'],
    ['createdAt', 'Sparad'],
    ['aim', 'Inriktning'],
    ['goal', 'Mål'],
    ['field', 'Område'],
    ['activity', 'Aktivitet'],
    ['purpose', 'Syfte'],
    ['activityGoal', 'Mål med aktiviteten'],
    ['minutesPerWeek', 'Minuter i veckan', 'number'],
  ],
  log: [
    ...WHO,
    ['date', 'Datum', 'date'],
    ['activity', 'Aktivitet'],
    ['form', 'Form'],
    ['minutes', 'Minuter', 'number'],
    ['language', 'Språk'],
    ['coach', 'Handledare'],
    ['note', 'Anteckning'],
    ['removed', 'Borttagen'],
  ],
  reports: [
    ...WHO,
    ['month', 'Månad'],
    ['number', 'Version', 'number'],
    ['status', 'Status'],
    // Only while a decision is taken up again: what counts until there is a new one.
    ['standing', 'Räknas under tiden som'],
    ['submittedOn', 'Inlämnad', 'date'],
    ['activity', 'Aktivitet'],
    ['form', 'Form'],
    ['minutes', 'Minuter', 'number'],
    ['approvedMinutes', 'Godkända minuter', 'number'],
    ['languageSupport', 'Språkstöd'],
    ['jobSuggestions', 'Jobbförslag', 'number'],
    ['noActivityReason', 'Skäl till inga aktiviteter'],
    ['amount', 'Grundersättning, kronor', 'kronor'],
    ['decision', 'Beslut'],
    ['decidedAt', 'Beslutad'],
    ['decisionReason', 'Motivering'],
  ],
  documents: [
    ...WHO,
    ['kind', 'Dokument'],
    ['number', 'Version', 'number'],
    ['status', 'Status'],
    ['submittedAt', 'Inlämnad'],
    ['decidedAt', 'Beslutad'],
    ['decisionReason', 'Motivering'],
    ['content', 'Innehåll', 'json'],
  ],
  outcomes: [
    ...WHO,
    ['type', 'Resultat'],
    ['number', 'Version', 'number'],
    ['status', 'Status'],
    ['from', 'Från', 'date'],
    ['signalledOn', 'Signal', 'date'],
    ['verifiedThrough', 'Verifierat till och med', 'date'],
    ['spellFrom', 'Period från', 'date'],
    ['spellTo', 'Period till', 'date'],
    ['extentPercent', 'Omfattning, procent', 'number'],
    ['employerName', 'Arbetsgivare'],
    ['employerOrgNo', 'Organisationsnummer'],
  ],
  statementLines: [
    ...WHO,
    ['cutOff', 'Underlag', 'date'],
    ['statementStatus', 'Status'],
    ['key', 'Post'],
    ['component', 'Ersättning'],
    ['quantity', 'Antal', 'number'],
    ['unit', 'Á, kronor', 'kronor'],
    ['amount', 'Belopp, kronor', 'kronor'],
  ],
};

/** The columns of a kind, in their order. */
export function exportColumns(kind: ExportKind): readonly ExportColumn[] {
  return GIVEN[kind].map(([key, head, columnKind = 'text']) => ({ key, head, kind: columnKind }));
}

const SHEETS: Readonly<Record<ExportKind, string>> = {
  participants: 'Deltagare',
  plans: 'Planeringar',
  log: 'Logg',
  reports: 'Redovisningar',
  documents: 'Dokument',
  outcomes: 'Resultat',
  statementLines: 'Ersättning',
};

/** What the sheet or file of a kind is called. */
export function exportSheet(kind: ExportKind): string {
  return SHEETS[kind];
}
