import type { ContractState, RegisteredContract } from '#lib/domain/admin/contract-register.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';
import { addDays } from '#lib/shared/plain-date.ts';

const STATES: Readonly<Record<ContractState, string>> = {
  open: 'öppet för val',
  full: 'fullt',
  closed: 'stängt för val',
  coming: 'börjar senare',
  ended: 'avslutat',
};

const HEAD = [
  'KA-nummer',
  'Leverantör',
  'Organisationsnummer',
  'Leveransområde',
  'Orter',
  'Första dag',
  'Sista dag',
  'Läge',
  'Deltagare i dag',
  'Upptagna platser',
  'Kapacitet',
];

/** The register of contracts as rows of a file with a head; the last day is inclusive, empty where there is none. */
export function contractCsvRows(contracts: readonly RegisteredContract[]): readonly (readonly CsvCell[])[] {
  return [
    HEAD,
    ...contracts.map((contract) => [
      contract.kaNumber,
      contract.providerName,
      contract.orgNo,
      contract.deliveryArea,
      contract.places.join(', '),
      contract.from,
      contract.to === null ? null : addDays(contract.to, -1),
      STATES[contract.state],
      contract.participantsNow,
      contract.placesTaken,
      contract.capacity,
    ]),
  ];
}
