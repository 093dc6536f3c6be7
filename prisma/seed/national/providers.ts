import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import { withCheckDigit } from '#lib/domain/placement/identity-number.ts';
import { openCsv } from '#lib/server/import/csv-file.ts';
import { dataFile } from '#prisma/seed/data-file.ts';
import { companyName, LANGUAGES, nameOf, streetOf } from '#prisma/seed/national/names.ts';
import { type Random, randomOf } from '#prisma/seed/national/random.ts';
import { NATIONAL, OWN_LOG, PROGRAMME } from '#prisma/seed/national/shape.ts';

export type Area = {
  readonly id: string;
  readonly place: string;
  readonly lat: number;
  readonly lon: number;
};

export type Staff = { readonly personId: string; readonly given: string; readonly family: string };

export type Office = {
  readonly id: string;
  readonly provider: Provider;
  readonly contractId: string;
  readonly kaNumber: string;
  readonly area: Area;
  readonly main: boolean;
  readonly name: string;
  readonly street: string;
  readonly lat: number;
  readonly lon: number;
  /** How many choose it, beside others of the area. */
  readonly weight: number;
  /** The same hours for many, month after month: likely, and so no sign of copying. */
  readonly programme: boolean;
  readonly forms: readonly ActivityForm[];
};

export type Provider = {
  readonly id: string;
  readonly nth: number;
  readonly orgNo: string;
  readonly name: string;
  /** Keeps its own log: reports hold totals that no day is known of. */
  readonly ownLog: boolean;
  readonly signatories: readonly Staff[];
  readonly contracts: readonly {
    readonly id: string;
    readonly kaNumber: string;
    readonly area: Area;
    readonly languages: readonly string[];
  }[];
  readonly offices: Office[];
};

/** The delivery areas of the whole country, from the data file. */
export async function nationalAreas(): Promise<readonly Area[]> {
  const csv = await openCsv(dataFile('delivery-areas-national.csv'), {
    required: ['delivery_area', 'main_place', 'lat', 'lon'],
  });
  const areas: Area[] = [];
  for await (const row of csv.rows()) {
    areas.push({
      id: row.get('delivery_area'),
      place: row.get('main_place'),
      lat: Number(row.get('lat')),
      lon: Number(row.get('lon')),
    });
  }
  return areas;
}

/** An organisation number of nobody's: the authority has not come as far as 5598. */
export function orgNoOf(series: '5598' | '5597', n: number): string {
  return withCheckDigit(`${series}${String(n).padStart(5, '0')}`);
}

/**
 * Providers of very unequal size – the largest is in most areas, half of them in one or two – with a contract for each area and
 * an office or two in it. A part of the country has as many placements to an office as the whole.
 */
export function makeProviders(
  allAreas: readonly Area[],
  { seed, scale, newId }: { readonly seed: number; readonly scale: number; readonly newId: () => string },
): readonly Provider[] {
  const random = randomOf(seed, 'providers');
  const count = Math.max(5, Math.round(NATIONAL.providers * scale));
  const contracts = Math.max(count + 3, Math.round(NATIONAL.contracts * scale));
  const areas = random.shuffled(allAreas).slice(0, Math.max(4, Math.ceil(contracts / 10)));
  const wanted = sizesOf(count, contracts, areas.length);
  let ka = 30_000_000;
  return wanted.map((size, nth) => {
    const name = companyName(nth);
    const provider: Provider = {
      id: newId(),
      nth,
      orgNo: orgNoOf('5598', nth + 1),
      name,
      // The largest has its log in the portal, so that there is something to see.
      ownLog: nth > 0 && random.chance(OWN_LOG),
      signatories: Array.from({ length: size > 20 ? 2 : 1 }, () => {
        const { given, family } = nameOf(random, random.chance(0.5) ? 'F' : 'M');
        return { personId: newId(), given, family };
      }),
      contracts: random
        .shuffled(areas)
        .slice(0, size)
        .map((area) => {
          ka += random.int(11, 97);
          const languages = ['sv', 'en', ...new Set([1, 2, 3].map(() => random.weighted(LANGUAGES)))];
          return { id: newId(), kaNumber: String(ka), area, languages };
        }),
      offices: [],
    };
    for (const { id, kaNumber, area } of provider.contracts) {
      provider.offices.push(...officesOf(provider, { contractId: id, kaNumber, area }, random, newId));
    }
    return provider;
  });
}

/** How many contracts each has, the largest first: together about as many as wanted, at most one for each area. */
function sizesOf(count: number, contracts: number, areas: number): readonly number[] {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + 1.5) ** 0.85);
  const sum = weights.reduce((all, one) => all + one, 0);
  return weights.map((one) => Math.min(areas, Math.max(1, Math.round((contracts * one) / sum))));
}

function officesOf(
  provider: Provider,
  contract: Pick<Office, 'contractId' | 'kaNumber' | 'area'>,
  random: Random,
  newId: () => string,
): readonly Office[] {
  const { area } = contract;
  const places = random.chance(0.12) ? [area.place, `${area.place} Södra`] : [area.place];
  return places.map((name, nth) => ({
    ...contract,
    id: newId(),
    provider,
    main: nth === 0,
    name,
    street: streetOf(random),
    lat: area.lat + random.next() * 0.04 - 0.02,
    lon: area.lon + random.next() * 0.06 - 0.03,
    weight: Math.exp(0.7 * random.normal()) * (nth === 0 ? 1 : 0.4),
    programme: random.chance(PROGRAMME),
    forms: ['onSite', 'video', 'phone'],
  }));
}
