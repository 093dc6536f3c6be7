import { withClient } from '#lib/server/db/with-client.ts';
import { writeApiClient } from '#prisma/seed/api-client.ts';
import { writeDemoFile } from '#prisma/seed/demo-file.ts';
import { seedBasis } from '#prisma/seed/none.ts';
import { AUTHORITY_PEOPLE } from '#prisma/seed/people/authority.ts';
import { inRoleOrder } from '#prisma/seed/people/role-order.ts';
import { demoPersonOf } from '#prisma/seed/people/seed-person.ts';
import { type WrittenPerson, writePeople } from '#prisma/seed/people/write-people.ts';
import { importPilotFiles } from '#prisma/seed/pilot/import-files.ts';
import { findPilotParticipants, giveCoach, nameForProtected } from '#prisma/seed/pilot/participants.ts';
import { pilotProviders, pilotStaff } from '#prisma/seed/pilot/staff.ts';
import type { SeedRun } from '#prisma/seed/seed-run.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** The pilot's contracts began then. */
const SINCE = plainDate('2020-03-02');

/**
 * The pilot: its files through the real import, reports approved, so that a statement run has something to pay; and
 * people who can log in at one large provider, one small firm, the authority, and as participants.
 */
export async function seedPilot(run: SeedRun): Promise<void> {
  const authority = await withClient(run.ownerUrl, (client) => seedBasis(client, run));
  await importPilotFiles(run);
  await withClient(run.ownerUrl, async (client) => {
    const providers = await pilotProviders(client);
    const people = pilotStaff(providers);
    const staff = await writePeople(client, people, { since: SINCE, portalSecret: run.portalSecret });
    await giveCoach(client, written(staff, 'amina-warsame').personId, providers.large.officeId);
    await nameForProtected(client, providers.large.officeId, [
      written(staff, 'amina-warsame').personId,
      written(staff, 'birgitta-nystrom').personId,
      written(authority, 'lena-fors').personId,
    ]);
    const apiClient = await writeApiClient(client, {
      providerId: providers.large.providerId,
      name: `Verksamhetssystemet hos ${providers.large.name}`,
      attestorMembershipId: written(staff, 'birgitta-nystrom').membershipIds[0] ?? null,
    });
    const participants = await findPilotParticipants(client);
    const persons = inRoleOrder([...people, ...AUTHORITY_PEOPLE].map(demoPersonOf));
    writeDemoFile(run.dataDir, { persons: [...persons, ...participants], apiClient });
  });
}

function written(people: ReadonlyMap<string, WrittenPerson>, subject: string): WrittenPerson {
  const person = people.get(subject);
  if (person === undefined) throw new Error(`Nobody is called ${subject}`);
  return person;
}
