import { type Cells, type Column, inKronor } from '#lib/domain/statement/statement-table.ts';
import type { StatementRow, StatementStatus } from '#lib/domain/statement/statement-view.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';

const STATUS_SV: Readonly<Record<StatementStatus, string>> = {
  open: 'räknas fram',
  proposed: 'föreslaget',
  disputed: 'ifrågasatt',
  accepted: 'godkänt',
  authorised: 'attesterat',
  paid: 'utbetalt',
};

export const ABOUT_COLUMNS: readonly Column[] = [
  { head: 'Uppgift', kind: 'text', width: 34 },
  { head: 'Innehåll', kind: 'text', width: 90 },
  { head: 'Belopp, kr (exempelbelopp)', kind: 'kronor', width: 28 },
];

/** What a file is: whose statement, its sums, and what the other sheets hold. */
export function aboutCells(statement: StatementRow, contentHash: string | null): readonly Cells[] {
  const { provider, cutOff, status, sums } = statement;
  return [
    ['Leverantör', provider.name, null],
    ['Organisationsnummer', formatOrgNo(provider.orgNo), null],
    ['Räknat till och med', cutOff, null],
    ['Läge', STATUS_SV[status], null],
    ['Summa utan moms', null, inKronor(sums.netOre)],
    ['Moms', null, inKronor(sums.vatOre)],
    ['Från förra underlaget', null, inKronor(sums.balanceInOre)],
    ['Öresutjämning', null, inKronor(sums.roundingOre)],
    ['Att betala ut, med moms', null, inKronor(sums.payableOre)],
    ['Förs vidare till nästa underlag', null, inKronor(sums.balanceOutOre)],
    ['Kontrollsumma', contentHash, null],
    [
      'Underlag',
      'Det som betalas: en rad per belopp, med förklaringen i ord. Summan är summan utan moms.',
      null,
    ],
    ['Väntar', 'Belopp som kan betalas längre fram, och vad som behövs. De är inte med i summan.', null],
    [
      'Betalas inte',
      'Belopp som inte betalas, varför, och vad som kan göras. De är inte med i summan.',
      null,
    ],
    ['Ändrat', 'Underlaget bredvid det förra, och vilka uppgifter som ändrats bakom varje rättelse.', null],
    ['Belopp', 'Alla belopp är exempelbelopp. De är i kronor och utan moms om inget annat står.', null],
  ];
}
