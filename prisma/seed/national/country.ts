import type { Days } from '#prisma/seed/national/days.ts';
import { makeProviders, nationalAreas, type Office, type Provider } from '#prisma/seed/national/providers.ts';
import { randomOf } from '#prisma/seed/national/random.ts';
import { makeStays, type Stay } from '#prisma/seed/national/stays.ts';

/** Who there is and where: everything that is known before anybody has done anything. */
export type Country = {
  /** The largest first. */
  readonly providers: readonly Provider[];
  readonly staysOf: (office: Office) => readonly Stay[];
  /** All offices, large and small mixed: faults are planted as they come. */
  readonly offices: readonly Office[];
};

export type Generation = {
  readonly seed: number;
  /** 1 is the whole country. */
  readonly scale: number;
  readonly days: Days;
  readonly newId: () => string;
};

export async function makeCountry(generation: Generation): Promise<Country> {
  const providers = makeProviders(await nationalAreas(), generation);
  const stays = makeStays(providers, generation);
  const offices = randomOf(generation.seed, 'order').shuffled(
    providers.flatMap((provider) => provider.offices),
  );
  return { providers, offices, staysOf: (office) => stays.get(office.id) ?? [] };
}
