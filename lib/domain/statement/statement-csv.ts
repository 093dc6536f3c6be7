import { COMPONENT_SV } from '#lib/domain/compensation/swedish.ts';
import { explainLineSv } from '#lib/domain/statement/explain-line-sv.ts';
import { subjectSv } from '#lib/domain/statement/subject-sv.ts';
import type { LineView, StatementRow } from '#lib/domain/statement/statement-view.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import type { Ore } from '#lib/shared/money.ts';

const HEAD = [
  'Brytdag',
  'Leverantör',
  'Organisationsnummer',
  'Ersättning',
  'Månad',
  'Deltagare',
  'Kontor',
  'Rättelse',
  'Antal',
  'Pris, kr (exempelbelopp)',
  'Belopp utan moms, kr (exempelbelopp)',
  'Avtalsversion',
  'Förklaring',
];

function kronor(amount: Ore): number {
  return amount / 100;
}

/** The lines of a statement as the rows of a file, with a head; amounts are kronor. */
export function statementCsvRows(
  statement: Pick<StatementRow, 'cutOff' | 'provider'>,
  lines: readonly LineView[],
): readonly (readonly CsvCell[])[] {
  const { cutOff, provider } = statement;
  const rows = lines.map((line): readonly CsvCell[] => [
    cutOff,
    provider.name,
    formatOrgNo(provider.orgNo),
    COMPONENT_SV[line.component],
    line.month,
    subjectSv(line.subject),
    line.officeName,
    line.isCorrection ? 'ja' : 'nej',
    line.quantity,
    line.unitOre === null ? null : kronor(line.unitOre),
    kronor(line.amountOre),
    line.agreementName,
    line.because === null
      ? null
      : explainLineSv(line.because)
          .map(({ text }) => text)
          .join(' '),
  ]);
  return [HEAD, ...rows];
}
