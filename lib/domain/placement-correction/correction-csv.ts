import type { ShownItem } from '#lib/domain/placement-correction/correction.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';

const HEAD = [
  'Genomförandereferens',
  'Leverantör',
  'Nivå före',
  'Nivå efter',
  'Avtalsversion före',
  'Avtalsversion efter',
  'Skillnad kr (exempelbelopp)',
  'Nästa underlag utan rättelsen kr',
  'Nästa underlag kr',
];

/** Every placement of a correction as rows of a file, the head first; kronor with öre. */
export function correctionCsvRows(items: readonly ShownItem[]): readonly (readonly CsvCell[])[] {
  return [
    HEAD,
    ...items.map((item) => [
      item.implementationReference,
      item.providerName,
      item.fromLevel,
      item.toLevel,
      item.fromAgreementVersionId,
      item.toAgreementVersionId,
      item.differenceOre / 100,
      item.nextBeforeOre / 100,
      item.nextOre / 100,
    ]),
  ];
}
