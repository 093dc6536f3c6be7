import { identityNumberFault, isOrganisationNumber } from '#lib/domain/placement/identity-number.ts';
import type { CsvRow } from '#lib/server/import/csv-file.ts';
import { RowReader } from '#lib/server/import/row-reader.ts';
import { firstDay, type Month, nextMonth, parseMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

export const INCOME_COLUMNS = {
  required: ['organisation_number', 'identity_number', 'month', 'pay'],
} as const;

/** That an employer paid somebody in a month. How much is not kept: that something was paid is what is shown. */
export type IncomeRow = {
  readonly organisationNumber: string;
  readonly identityNumber: string;
  readonly month: Month;
  readonly isPaid: boolean;
};

/** A row of an income file, or what is wrong with it. The month is over: a file tells what was paid, not what will be. */
export function readIncomeRow(row: CsvRow, today: PlainDate): Result<IncomeRow, readonly FieldProblem[]> {
  const reader = new RowReader(row);
  const organisationNumber = reader.digits('organisation_number', 10);
  if (reader.readable('organisation_number') && !isOrganisationNumber(organisationNumber)) {
    reader.refuse(
      'organisation_number',
      'checkDigit',
      'Organisationsnumrets sista siffra stämmer inte med de andra.',
      'Kontrollera numret.',
    );
  }
  const identityNumber = reader.digits('identity_number', 12);
  if (reader.readable('identity_number') && identityNumberFault(identityNumber) !== null) {
    reader.refuse(
      'identity_number',
      'notIdentityNumber',
      'identity_number är inget person- eller samordningsnummer.',
      'Kontrollera siffrorna.',
    );
  }
  const month = readMonth(reader, row.get('month'), today);
  const isPaid = readPay(reader, row.get('pay'));
  if (reader.faults.length > 0 || month === null) return err(reader.faults);
  return ok({ organisationNumber, identityNumber, month, isPaid });
}

function readMonth(reader: RowReader, text: string, today: PlainDate): Month | null {
  const month = parseMonth(text);
  if (month === null) {
    reader.refuse('month', 'notMonth', 'month är ingen månad.', 'Skriv månaden som ÅÅÅÅ-MM.');
    return null;
  }
  if (firstDay(nextMonth(month)) <= today) return month;
  reader.refuse('month', 'monthNotOver', 'Månaden är inte slut.', 'Ta med den när den är slut.');
  return null;
}

function readPay(reader: RowReader, text: string): boolean {
  if (/^-?\d{1,9}([.,]\d{1,2})?$/.test(text)) return Number(text.replace(',', '.')) > 0;
  reader.refuse(
    'pay',
    'notPay',
    'pay är inget belopp i kronor.',
    'Skriv kronor utan mellanslag, till exempel 24500 eller 24500,50.',
  );
  return false;
}
