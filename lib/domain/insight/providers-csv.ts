import { CHECK_CATALOGUE } from '#lib/domain/insight/check-catalogue.ts';
import type { ProviderList } from '#lib/domain/insight/provider-figures.ts';
import type { ProviderPage } from '#lib/domain/insight/provider-page.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';

type Rows = readonly (readonly CsvCell[])[];

const percent = (share: number): number => Math.round(share * 1000) / 10;

const HEAD = [
  'Leverantör',
  'Organisationsnummer',
  'Från',
  'Till',
  'Placeringar i dag',
  'Väntar på granskare',
  'Sista dag passerad',
  'Beslutade',
  'Tillbaka eller avslag',
  'Bedömda stopp',
  'Stopp som stämde',
  'Avvikelser utan beslut',
  'Framställningar utan beslut',
  'Klagomål',
  'Dragna',
  'Dragna med fel',
  'Skattad felandel, procent',
  'Intervall från, procent',
  'Intervall till, procent',
];

/** The list of providers as rows of a file. */
export function providersCsvRows({ from, to, providers }: ProviderList): Rows {
  return [
    HEAD,
    ...providers.map((row) => [
      row.name,
      row.orgNo,
      from,
      to,
      row.placements,
      row.waiting,
      row.overdue,
      row.refused.of,
      row.refused.part,
      row.holds.of,
      row.holds.part,
      row.deviations,
      row.requests,
      row.complaints,
      row.errors.of,
      row.errors.part,
      ...(row.errorShare === null
        ? [null, null, null]
        : [percent(row.errorShare.estimate), percent(row.errorShare.low), percent(row.errorShare.high)]),
    ]),
  ];
}

/** One provider's page as rows of a file: what it is about, which, what is counted, how many. */
export function providerCsvRows(page: ProviderPage): Rows {
  const months = page.months.flatMap(({ month, ...states }) =>
    Object.entries(states).map(([state, count]) => ['Rapporter', month, MONTH_WORDS[state] ?? state, count]),
  );
  const reasons = page.reasons.flatMap(({ reason, ...counts }) =>
    Object.entries(counts).map(([what, count]) => ['Skäl', reason, REASON_WORDS[what] ?? what, count]),
  );
  const documents = page.documents.flatMap(({ kind, ...counts }) =>
    Object.entries(counts).map(([what, count]) => ['Handlingar', kind, DOCUMENT_WORDS[what] ?? what, count]),
  );
  const complaints = page.complaints.byCategory.map(({ category, count }) => [
    'Klagomål',
    category,
    'Mottagna',
    count,
  ]);
  const cycles = page.cycles.flatMap(({ month, draw, estimate }) => [
    ['Stickprov', `${month} dragning ${draw}`, 'I urvalsramen', estimate.frameCount],
    ['Stickprov', `${month} dragning ${draw}`, 'Dragna', estimate.drawnCount],
    ['Stickprov', `${month} dragning ${draw}`, 'Med fel', estimate.errorCount],
  ]);
  const checks = page.checks.flatMap(({ code, found, judged, upheld }) => [
    ['Kontroller', CHECK_CATALOGUE[code].name.sv, 'Hittade', found],
    ['Kontroller', CHECK_CATALOGUE[code].name.sv, 'Bedömda', judged],
    ['Kontroller', CHECK_CATALOGUE[code].name.sv, 'Rätt', upheld],
  ]);
  return [
    ['Del', 'Vad', 'Räknat', 'Antal'],
    ...months,
    ...reasons,
    ...documents,
    ...complaints,
    ...cycles,
    ...checks,
  ];
}

const MONTH_WORDS: Readonly<Record<string, string>> = {
  sent: 'Skickade',
  late: 'Sena',
  automatic: 'Väntar på dragning',
  waiting: 'Väntar på granskare',
  communicated: 'Väntar på leverantörens svar',
  byRules: 'Godkända av reglerna',
  byPerson: 'Godkända av en person',
  returned: 'Återlämnade',
  rejected: 'Avslagna',
};
const REASON_WORDS: Readonly<Record<string, string>> = {
  returned: 'Återlämnade',
  proposed: 'Föreslagna avslag',
  rejected: 'Avslagna',
  rows: 'Rader med färre minuter',
};
const DOCUMENT_WORDS: Readonly<Record<string, string>> = {
  sent: 'Skickade',
  late: 'Sena',
  open: 'Utan beslut',
  returned: 'Återlämnade',
  rejected: 'Avslagna',
};
