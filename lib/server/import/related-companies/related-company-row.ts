import { isOrganisationNumber } from '#lib/domain/placement/identity-number.ts';
import type { RelatedCompanyRow } from '#lib/domain/related-company/plan-related-companies.ts';
import type { CsvRow } from '#lib/server/import/csv-file.ts';
import { RowReader } from '#lib/server/import/row-reader.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

export const RELATED_COMPANY_COLUMNS = {
  required: ['provider_org_no', 'org_no', 'name', 'source', 'from'],
  optional: ['to'],
} as const;

const MOST_CHARACTERS = 200;

/** A row of a file of related companies, or what is wrong with it. Its days have been: what comes is told when it has come. */
export function readRelatedCompanyRow(
  row: CsvRow,
  today: PlainDate,
): Result<RelatedCompanyRow, readonly FieldProblem[]> {
  const reader = new RowReader(row);
  const providerOrgNo = reader.digits('provider_org_no', 10);
  const orgNo = reader.digits('org_no', 10);
  if (reader.readable('org_no') && !isOrganisationNumber(orgNo))
    reader.refuse(
      'org_no',
      'checkDigit',
      'Organisationsnumrets sista siffra stämmer inte.',
      'Kontrollera numret.',
    );
  else if (orgNo === providerOrgNo)
    reader.refuse('org_no', 'ownOrgNo', 'Det här är leverantörens eget nummer.', 'Ta bort raden.');
  const name = reader.text('name', MOST_CHARACTERS);
  const source = reader.text('source', MOST_CHARACTERS);
  const from = reader.date('from');
  const to = reader.optionalDate('to');
  if (from > today)
    reader.refuse('from', 'fromAhead', 'Dagen har inte varit än.', 'Ta med raden när den har varit.');
  if (to !== null && reader.readable('from', 'to') && (to <= from || to > today))
    reader.refuse(
      'to',
      'endOutside',
      'to är inte efter from, eller har inte varit än.',
      'Rätta dagen, eller lämna fältet tomt.',
    );
  if (reader.faults.length > 0) return err(reader.faults);
  return ok({ row: row.row, providerOrgNo, orgNo, name, source, from, to });
}
