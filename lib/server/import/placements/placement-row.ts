import { END_REASONS, LEVELS } from '#lib/domain/compensation/types.ts';
import { identityNumberFault } from '#lib/domain/placement/identity-number.ts';
import type { ServiceRow } from '#lib/domain/placement/service-row.ts';
import type { CsvRow } from '#lib/server/import/csv-file.ts';
import { RowReader } from '#lib/server/import/row-reader.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** What a row of placements.csv says of the person. */
export type PersonRow = {
  readonly identityNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: 'F' | 'M';
  readonly bornInSweden: boolean;
  readonly disabilityCode: boolean;
  readonly protected: boolean;
  readonly municipality: string | null;
  readonly home: { readonly lat: number; readonly lon: number } | null;
  readonly language: string;
  readonly needsLanguageSupport: boolean;
};

export type PlacementRow = {
  readonly row: number;
  readonly person: PersonRow;
  readonly service: ServiceRow;
};

/** What rows may refer to. */
export type KnownReferences = {
  readonly agreements: ReadonlySet<string>;
  readonly deliveryAreas: ReadonlySet<string>;
  /** The delivery area of each contract, by KA number. */
  readonly contracts: ReadonlyMap<string, string>;
};

export const PLACEMENT_COLUMNS = {
  required: [
    'implementation_reference',
    'identity_number',
    'given_name',
    'family_name',
    'sex',
    'born_in_sweden',
    'disability_code',
    'protected',
    'level',
    'agreement',
    'delivery_area',
    'municipality',
    'lat',
    'lon',
    'language',
    'needs_language_support',
    'ka_number',
    'choice',
    'period_number',
    'from',
    'to',
    'end',
    'end_reason',
  ],
} as const;

/** Days of a service period whose planned end is left open (service description, section 3). */
const PERIOD_DAYS = 180;

/** One row of placements.csv, or everything that is wrong with it by itself. */
export function readPlacementRow(
  row: CsvRow,
  known: KnownReferences,
): Result<PlacementRow, readonly FieldProblem[]> {
  const reader = new RowReader(row);
  const person = readPerson(reader);
  const service = readService(reader, known);
  return reader.faults.length > 0 ? err(reader.faults) : ok({ row: row.row, person, service });
}

function readPerson(reader: RowReader): PersonRow {
  const identityNumber = reader.digits('identity_number', 12);
  const person = {
    identityNumber,
    givenName: reader.text('given_name', 100),
    familyName: reader.text('family_name', 100),
    sex: reader.oneOf('sex', ['F', 'M']),
    bornInSweden: reader.flag('born_in_sweden'),
    disabilityCode: reader.flag('disability_code'),
    protected: reader.flag('protected'),
    municipality: reader.optionalText('municipality', 100) || null,
    home: reader.optionalPlace(),
    language: reader.language('language'),
    needsLanguageSupport: reader.flag('needs_language_support'),
  };
  if (reader.readable('identity_number')) checkIdentityNumber(reader, identityNumber);
  if (person.municipality === null && person.home === null && reader.readable('municipality', 'lat', 'lon')) {
    reader.refuse(
      'municipality',
      'homeMissing',
      'Varken kommun eller koordinater är ifyllda.',
      'Ange municipality, eller lat och lon.',
    );
  }
  return person;
}

function checkIdentityNumber(reader: RowReader, number: string): void {
  const fault = identityNumberFault(number);
  const fix = 'Kontrollera numret: ÅÅÅÅMMDD och fyra siffror, samordningsnummer med dagen plus 60.';
  switch (fault) {
    case null:
      return;
    case 'shape':
    case 'date':
      reader.refuse(
        'identity_number',
        'identityNumberDate',
        'Identitetsnumret börjar inte med ett datum.',
        fix,
      );
      return;
    case 'checkDigit':
      reader.refuse(
        'identity_number',
        'identityNumberCheckDigit',
        'Identitetsnumrets sista siffra stämmer inte.',
        fix,
      );
  }
}

function readService(reader: RowReader, known: KnownReferences): ServiceRow {
  const kaNumber = reader.optionalText('ka_number', 20) || null;
  const from = reader.date('from');
  const service = {
    reference: reader.digits('implementation_reference', 9),
    number: reader.oneOf('period_number', ['1', '2']) === '1' ? 1 : 2,
    level: reader.oneOf('level', LEVELS),
    agreement: reader.text('agreement', 100),
    deliveryArea: reader.text('delivery_area', 100),
    kaNumber,
    choice: reader.optionalOneOf('choice', ['active', 'proximity']),
    from,
    // Left open: as long as a period is.
    to: reader.optionalDate('to') ?? addDays(from, PERIOD_DAYS),
    end: reader.optionalDate('end'),
    endReason: reader.optionalOneOf('end_reason', END_REASONS),
  } as const;
  checkReferences(reader, service, known);
  checkDates(reader, service);
  return service;
}

function checkReferences(reader: RowReader, service: ServiceRow, known: KnownReferences): void {
  const { agreement, deliveryArea, kaNumber, choice } = service;
  if (reader.readable('agreement') && !known.agreements.has(agreement)) {
    reader.refuse(
      'agreement',
      'unknownAgreement',
      `Avtalsversionen ”${agreement}” finns inte i portalen.`,
      'Kontrollera stavningen, eller läs in avtalsversionen först.',
    );
  }
  if (reader.readable('delivery_area') && !known.deliveryAreas.has(deliveryArea)) {
    reader.refuse(
      'delivery_area',
      'unknownDeliveryArea',
      `Leveransområdet ”${deliveryArea}” finns inte i portalen.`,
      'Kontrollera stavningen.',
    );
  }
  if (kaNumber === null) {
    if (choice !== null)
      reader.refuse(
        'choice',
        'choiceWithoutProvider',
        'Valet är ifyllt men inte KA-numret.',
        'Ange ka_number, eller lämna choice tomt tills valet är gjort.',
      );
    return;
  }
  const area = known.contracts.get(kaNumber);
  if (area === undefined) {
    reader.refuse(
      'ka_number',
      'unknownKaNumber',
      `KA-numret ”${kaNumber}” finns inte i portalen.`,
      'Kontrollera numret (åtta siffror), eller importera leverantören först.',
    );
  } else if (
    reader.readable('delivery_area') &&
    known.deliveryAreas.has(deliveryArea) &&
    area !== deliveryArea
  ) {
    reader.refuse(
      'ka_number',
      'otherDeliveryArea',
      `KA-numret ${kaNumber} gäller ${area}, men raden gäller ${deliveryArea}.`,
      'Ange ett KA-nummer i leveransområdet.',
    );
  }
  if (choice === null && reader.readable('choice')) {
    reader.refuse(
      'choice',
      'required',
      'choice saknas fast en leverantör är vald.',
      'Ange active (eget val) eller proximity (närhetsprincipen).',
    );
  }
}

function checkDates(reader: RowReader, service: ServiceRow): void {
  const { from, to, end, endReason } = service;
  if (reader.readable('from', 'to') && from >= to) {
    reader.refuse(
      'to',
      'emptyPeriod',
      `Perioden slutar (${to}) innan den har börjat (${from}).`,
      'Ange ett to efter from; to är första dagen utanför perioden.',
    );
  } else if (reader.readable('from', 'to', 'end') && end !== null && (end < from || end > to)) {
    reader.refuse(
      'end',
      'endOutside',
      `Slutet ${end} ligger utanför perioden ${from}–${to}.`,
      'Ange en dag från from till to.',
    );
  }
  if (reader.readable('end', 'end_reason') && (end === null) !== (endReason === null)) {
    const column = end === null ? 'end' : 'end_reason';
    reader.refuse(
      column,
      'endIncomplete',
      'Slut och slutorsak hör ihop, men bara det ena är ifyllt.',
      'Fyll i både end och end_reason, eller inget av dem.',
    );
  }
  if (service.kaNumber === null && end !== null) {
    reader.refuse(
      'ka_number',
      'endWithoutProvider',
      'Perioden har ett slut men ingen leverantör.',
      'Ange ka_number, eller lämna end tomt.',
    );
  }
}
