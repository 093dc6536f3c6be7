import { COMPONENT_SV, REASON_SV } from '#lib/domain/compensation/swedish.ts';
import { explainLineSv } from '#lib/domain/statement/explain-line-sv.ts';
import { factChangeSv } from '#lib/domain/statement/fact-changes-sv.ts';
import type { ComparedRow, CorrectedPlacement } from '#lib/domain/statement/statement-changes.ts';
import type {
  LineView,
  NotPayableView,
  PendingView,
  StatementRow,
} from '#lib/domain/statement/statement-view.ts';
import { subjectSv } from '#lib/domain/statement/subject-sv.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import type { Ore } from '#lib/shared/money.ts';

/** What a column of a file holds. Dates are ISO dates, kronor are numbers with öre as decimals. */
export type ColumnKind = 'text' | 'date' | 'number' | 'kronor';
/** A column with its head and its width in characters. */
export type Column = { readonly head: string; readonly kind: ColumnKind; readonly width: number };
export type Cells = readonly CsvCell[];
export type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Cells[];
};

type Of = Pick<StatementRow, 'cutOff' | 'provider'>;

function column(head: string, kind: ColumnKind, width: number): Column {
  return { head, kind, width };
}

export function inKronor(amount: Ore): number {
  return amount / 100;
}

/** What every row of a file begins with, so that files of several statements can be put together. */
const ABOUT: readonly Column[] = [
  column('Brytdag', 'date', 12),
  column('Leverantör', 'text', 28),
  column('Organisationsnummer', 'text', 20),
  column('Ersättning', 'text', 20),
  column('Månad', 'text', 10),
  column('Deltagare', 'text', 32),
  column('Kontor', 'text', 22),
];

export const LINE_COLUMNS: readonly Column[] = [
  ...ABOUT,
  column('Rättelse', 'text', 10),
  column('Antal', 'number', 8),
  column('Pris, kr (exempelbelopp)', 'kronor', 24),
  column('Belopp utan moms, kr (exempelbelopp)', 'kronor', 36),
  column('Avtalsversion', 'text', 32),
  column('Förklaring', 'text', 90),
];

export const PENDING_COLUMNS: readonly Column[] = [
  ...ABOUT,
  column('Tidigast', 'date', 12),
  column('Belopp utan moms, kr (exempelbelopp)', 'kronor', 36),
  column('Det här behövs', 'text', 90),
];

export const NOT_PAYABLE_COLUMNS: readonly Column[] = [
  ...ABOUT,
  column('Orsak', 'text', 50),
  column('Belopp utan moms, kr (exempelbelopp)', 'kronor', 36),
  column('Varför inte', 'text', 70),
  column('Det här kan göras', 'text', 90),
  column('Senast', 'date', 12),
];

export const CHANGED_COLUMNS: readonly Column[] = [
  column('Slag', 'text', 12),
  column('Ersättning', 'text', 34),
  column('Månad', 'text', 10),
  column('Deltagare', 'text', 32),
  column('Kontor', 'text', 22),
  column('Förra underlaget, kr (exempelbelopp)', 'kronor', 36),
  column('Det här underlaget, kr (exempelbelopp)', 'kronor', 36),
  column('Skillnad, kr (exempelbelopp)', 'kronor', 28),
  column('Det här har ändrats', 'text', 90),
];

function provided({ cutOff, provider }: Of): Cells {
  return [cutOff, provider.name, formatOrgNo(provider.orgNo)];
}

export function lineCells(statement: Of, line: LineView): Cells {
  const because = line.because === null ? null : explainLineSv(line.because);
  return [
    ...provided(statement),
    COMPONENT_SV[line.component],
    line.month,
    subjectSv(line.subject),
    line.officeName,
    line.isCorrection ? 'ja' : 'nej',
    line.quantity,
    line.unitOre === null ? null : inKronor(line.unitOre),
    inKronor(line.amountOre),
    line.agreementName,
    because?.map(({ text }) => text).join(' ') ?? null,
  ];
}

function nameOf(entry: { readonly name: string; readonly isProtected: boolean }): string {
  return entry.isProtected ? subjectSv({ kind: 'protected' }) : entry.name;
}

function officeOf(entry: { readonly officeName: string; readonly isProtected: boolean }): string | null {
  return entry.isProtected ? null : entry.officeName;
}

export function pendingCells(statement: Of, entry: PendingView): Cells {
  return [
    ...provided(statement),
    COMPONENT_SV[entry.component],
    null,
    nameOf(entry),
    officeOf(entry),
    entry.dueOn,
    inKronor(entry.amountOre),
    entry.need,
  ];
}

export function notPayableCells(statement: Of, entry: NotPayableView): Cells {
  return [
    ...provided(statement),
    COMPONENT_SV[entry.component],
    entry.month,
    nameOf(entry),
    officeOf(entry),
    REASON_SV[entry.reason],
    inKronor(entry.amountOre),
    entry.remedy.why,
    entry.remedy.what,
    entry.remedy.by,
  ];
}

export function comparedCells({
  component,
  correction,
  beforeOre,
  nowOre,
  differenceOre,
}: ComparedRow): Cells {
  const what = COMPONENT_SV[component];
  return [
    'Jämförelse',
    correction ? `Rättelser av ${what.toLowerCase()}` : what,
    null,
    null,
    null,
    inKronor(beforeOre),
    inKronor(nowOre),
    inKronor(differenceOre),
    null,
  ];
}

export function correctedCells(placement: CorrectedPlacement): Cells {
  const { subject, officeName, amountOre, changes, parts } = placement;
  return [
    'Rättelse',
    [...new Set(parts.map(({ component }) => COMPONENT_SV[component]))].join(', '),
    [...new Set(parts.flatMap(({ month }) => month ?? []))].join(', '),
    subjectSv(subject),
    officeName,
    null,
    null,
    inKronor(amountOre),
    changes?.map(factChangeSv).join(' ') ?? null,
  ];
}
