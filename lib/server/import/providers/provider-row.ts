import { isOrganisationNumber } from '#lib/domain/placement/identity-number.ts';
import type { CsvRow } from '#lib/server/import/csv-file.ts';
import { RowReader } from '#lib/server/import/row-reader.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A row of providers.csv: a contract, its provider and its main office. */
export type ProviderRow = {
  readonly row: number;
  readonly kaNumber: string;
  readonly orgNo: string;
  readonly name: string;
  readonly deliveryArea: string;
  readonly street: string;
  readonly place: string;
  readonly lat: number;
  readonly lon: number;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly openForChoice: boolean;
  readonly capacity: number;
  readonly languages: readonly string[];
  readonly speciality: string;
};

export const PROVIDER_COLUMNS = {
  required: [
    'ka_number',
    'org_no',
    'name',
    'delivery_area',
    'street',
    'place',
    'lat',
    'lon',
    'contract_from',
    'contract_to',
    'open_for_choice',
    'capacity',
    'languages',
    'speciality',
  ],
} as const;

/** Longest presentation of a provider, in characters (choice, section 1). */
const MOST_CHARACTERS = 300;

/** One row of providers.csv, or everything that is wrong with it by itself. */
export function readProviderRow(
  row: CsvRow,
  deliveryAreas: ReadonlySet<string>,
): Result<ProviderRow, readonly FieldProblem[]> {
  const reader = new RowReader(row);
  const read = {
    row: row.row,
    kaNumber: reader.digits('ka_number', 8),
    orgNo: reader.digits('org_no', 10),
    name: reader.text('name', 200),
    deliveryArea: reader.text('delivery_area', 100),
    street: reader.text('street', 100),
    place: reader.text('place', 100),
    ...reader.place(),
    from: reader.date('contract_from'),
    to: reader.optionalDate('contract_to'),
    openForChoice: reader.flag('open_for_choice'),
    capacity: reader.count('capacity', 100_000),
    languages: row
      .get('languages')
      .split(/\s+/)
      .filter((tag) => tag !== '')
      .map((tag) => reader.language('languages', tag)),
    speciality: reader.optionalText('speciality', MOST_CHARACTERS),
  };
  check(reader, read, deliveryAreas);
  return reader.faults.length > 0 ? err(reader.faults) : ok(read);
}

function check(reader: RowReader, read: ProviderRow, deliveryAreas: ReadonlySet<string>): void {
  if (reader.readable('org_no') && !isOrganisationNumber(read.orgNo)) {
    reader.refuse(
      'org_no',
      'orgNoCheckDigit',
      `Organisationsnumret ${read.orgNo} stämmer inte.`,
      'Kontrollera numret, tio siffror utan bindestreck.',
    );
  }
  if (reader.readable('delivery_area') && !deliveryAreas.has(read.deliveryArea)) {
    reader.refuse(
      'delivery_area',
      'unknownDeliveryArea',
      `Leveransområdet ”${read.deliveryArea}” finns inte i portalen.`,
      'Kontrollera stavningen.',
    );
  }
  if (reader.readable('contract_from', 'contract_to') && read.to !== null && read.from >= read.to) {
    reader.refuse(
      'contract_to',
      'emptyPeriod',
      `Avtalet slutar (${read.to}) innan det har börjat (${read.from}).`,
      'Ange ett contract_to efter contract_from, eller lämna det tomt.',
    );
  }
  if (read.languages.length === 0) {
    reader.refuse(
      'languages',
      'required',
      'languages saknas.',
      'Ange språkkoder med mellanslag mellan, till exempel ”sv en ar”.',
    );
  }
}
