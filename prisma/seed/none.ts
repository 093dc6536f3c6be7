import type { Client } from 'pg';
import { withClient } from '#lib/server/db/with-client.ts';
import { writeDemoFile } from '#prisma/seed/demo-file.ts';
import { AUTHORITY_PEOPLE } from '#prisma/seed/people/authority.ts';
import { demoPersonOf } from '#prisma/seed/people/seed-person.ts';
import { type WrittenPerson, writePeople } from '#prisma/seed/people/write-people.ts';
import { loadReferenceData } from '#prisma/seed/reference-data.ts';
import type { SeedRun } from '#prisma/seed/seed-run.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** Before anything else: those who let the others in can log in from here on. */
const SINCE = plainDate('2020-01-01');

/** What every seed begins with: reference data and the authority's first persons. */
export async function seedBasis(
  client: Client,
  run: Pick<SeedRun, 'portalSecret'>,
  newId?: () => string,
): Promise<ReadonlyMap<string, WrittenPerson>> {
  await loadReferenceData(client);
  const given = { since: SINCE, portalSecret: run.portalSecret };
  return writePeople(client, AUTHORITY_PEOPLE, newId === undefined ? given : { ...given, newId });
}

export async function seedNone(run: SeedRun): Promise<void> {
  await withClient(run.ownerUrl, (client) => seedBasis(client, run));
  writeDemoFile(run.dataDir, { persons: AUTHORITY_PEOPLE.map(demoPersonOf) });
}
