import path from 'node:path';
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { writeJsonFile } from '#lib/server/json-file.ts';
import { writeDemoFile } from '#prisma/seed/demo-file.ts';
import { type Bulk, bulkOf } from '#prisma/seed/national/bulk.ts';
import { type Country, type Generation, makeCountry } from '#prisma/seed/national/country.ts';
import { daysOf } from '#prisma/seed/national/days.ts';
import { writeLogins } from '#prisma/seed/national/logins.ts';
import { officeWriter } from '#prisma/seed/national/office-writer.ts';
import { relatedOf } from '#prisma/seed/national/plant/outcomes.ts';
import type { Planted } from '#prisma/seed/national/plant/planted.ts';
import { idsOf } from '#prisma/seed/national/random.ts';
import { addRelated } from '#prisma/seed/national/write-outcomes.ts';
import { participantWriter } from '#prisma/seed/national/write-participants.ts';
import { addProvider } from '#prisma/seed/national/write-providers.ts';
import { seedBasis } from '#prisma/seed/none.ts';
import type { WrittenPerson } from '#prisma/seed/people/write-people.ts';
import type { SeedRun } from '#prisma/seed/seed-run.ts';

/** What the generator planted, for whoever wants to know: never in the database, where checks could read it. */
export const PLANTED_FILE = 'national-planted.json';

export type NationalOptions = {
  readonly seed?: number;
  /** 1 is the whole country: 60 000 placements. */
  readonly scale?: number;
  readonly say?: (line: string) => void;
};

const SAY_EVERY = 100;

/**
 * The whole country at work: providers, placements, months of reports with their log, absences, outcomes and texts, with the shape of
 * real data, and a few faults planted in the month under review. The same seed and day give the same content. All of it passes
 * the database's own guards. Returns the list of what is wrong, which also stands in the data folder.
 */
export async function seedNational(
  run: Omit<SeedRun, 'name'>,
  { seed = 1, scale = 1, say = () => undefined }: NationalOptions = {},
): Promise<readonly Planted[]> {
  const generation: Generation = { seed, scale, days: daysOf(run.today), newId: idsOf(seed) };
  const country = await makeCountry(generation);
  return await withClient(run.ownerUrl, async (client) => {
    const authority = await seedBasis(client, run, generation.newId);
    const bulk = bulkOf(client);
    addProviders(bulk, country, { generation, registrar: idOf(authority, 'maryam-yusuf') });
    await writeParticipants(bulk, country, { portalSecret: run.portalSecret, newId: generation.newId });
    say(
      `${country.providers.length} providers with ${country.offices.length} offices, and their participants`,
    );
    const list = await writeOffices(bulk, country, { generation, authority, say });
    const persons = await writeLogins(client, { country, generation, portalSecret: run.portalSecret });
    await client.query('VACUUM ANALYZE');
    writeDemoFile(run.dataDir, { persons });
    writeJsonFile(path.join(run.dataDir, PLANTED_FILE), list);
    return list;
  });
}

type Registering = { readonly generation: Generation; readonly registrar: string };

function addProviders(bulk: Bulk, { providers }: Country, { generation, registrar }: Registering): void {
  const { seed, days, newId } = generation;
  for (const provider of providers) {
    addProvider(bulk, provider, { today: days.today, newId });
    const related = relatedOf(provider, { seed, today: days.today });
    addRelated(bulk, provider, related, { by: registrar, newId });
  }
}

/** Participants first: a switch leads from one office to another, whichever is written before. */
async function writeParticipants(
  bulk: Bulk,
  { offices, staysOf }: Country,
  given: Parameters<typeof participantWriter>[1],
): Promise<void> {
  const add = participantWriter(bulk, given);
  for (const office of offices) {
    for (const stay of staysOf(office)) if (stay.after === null) add(stay);
    await bulk.flushIfMuch();
  }
  await bulk.flush();
}

type Writing = {
  readonly generation: Generation;
  readonly authority: ReadonlyMap<string, WrittenPerson>;
  readonly say: (line: string) => void;
};

async function writeOffices(
  bulk: Bulk,
  { offices, staysOf }: Country,
  { generation, authority, say }: Writing,
): Promise<readonly Planted[]> {
  const agreement = validateAgreement(rom2);
  if (!agreement.ok) throw new Error('The example agreement has a fault');
  const write = officeWriter({
    bulk,
    generation,
    agreement: agreement.value,
    reviewers: [idOf(authority, 'anders-wiklund'), idOf(authority, 'lena-fors')],
    caseworker: idOf(authority, 'mikael-nyberg'),
  });
  const list: Planted[] = [];
  for (const [at, office] of offices.entries()) {
    list.push(...write(office, staysOf(office)));
    await bulk.flushIfMuch();
    if ((at + 1) % SAY_EVERY === 0) say(`${at + 1} of ${offices.length} offices`);
  }
  await bulk.flush();
  for (const [table, rows] of bulk.written()) say(`  ${table} ${rows}`);
  return list;
}

function idOf(people: ReadonlyMap<string, WrittenPerson>, subject: string): string {
  const person = people.get(subject);
  if (person === undefined) throw new Error(`Nobody is called ${subject}`);
  return person.personId;
}
