import type { RatedContract } from '#lib/domain/provider-search/public-contract.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';

const HEAD = [
  'KA-nummer',
  'Leverantör',
  'Leveransområde',
  'Avtal från',
  'Avtal till',
  'Språk',
  'Gatuadress',
  'Ort',
  'Latitud',
  'Longitud',
  'Telefon',
  'Öppettider',
  'Meter till närmaste lokal',
  'Stjärnor',
  'Bättre än, av tio',
  'Deltagare bakom betyget',
] as const;

/** Contracts as a table for a file: one row for each of the premises. "Avtal till" is the first day without a contract. */
export function contractsCsvRows(contracts: readonly RatedContract[]): readonly (readonly CsvCell[])[] {
  const rows = contracts.flatMap((contract) => {
    const { kaNumber, provider, area, from, to, languages, offices, metres, rating } = contract;
    const rated = rating.kind === 'rated' ? rating : null;
    return offices.map(({ street, place, lat, lon, phone, openingHours }): readonly CsvCell[] => [
      kaNumber,
      provider,
      area,
      from,
      to,
      languages.join(' '),
      street,
      place,
      lat,
      lon,
      phone,
      openingHours,
      metres,
      rated?.stars ?? null,
      rated?.betterThanTenths ?? null,
      rated?.participants ?? null,
    ]);
  });
  return [HEAD, ...rows];
}
