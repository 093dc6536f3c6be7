import { openDatabase, type Database } from '#lib/server/db/client.ts';
import { newClientSecret } from '#lib/server/auth/client-secret.ts';
import { newId } from '#lib/server/ids.ts';
import { buildManyPlacements, type ManyPlacement } from '#lib/server/testing/builders/many-placements.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A provider's system with its placements, and the secret that it gets its token by. */
export type Sender = {
  readonly clientId: string;
  readonly secret: string;
  readonly providerId: string;
  readonly officeId: string;
  readonly placements: readonly ManyPlacement[];
};

/** Providers with one office, one system under a standing signature, and so many placements from `from` with plans. */
export async function makeSenders(
  ownerUrl: string,
  { senders, placements, from }: { senders: number; placements: number; from: PlainDate },
): Promise<readonly Sender[]> {
  const owner = openDatabase(ownerUrl, 2);
  try {
    const made: Sender[] = [];
    for (let n = 0; n < senders; n += 1) made.push(await makeSender(owner, placements, from));
    await owner.$executeRawUnsafe('VACUUM ANALYZE');
    return made;
  } finally {
    await owner.$disconnect();
  }
}

async function makeSender(owner: Database, count: number, from: PlainDate): Promise<Sender> {
  const office = await buildOffice(owner);
  const providerId = office.provider.id;
  const { membershipId } = await buildProviderActor(owner, 'signatory', { provider: office.provider });
  const { secret, hash } = newClientSecret();
  const id = newId();
  const clientId = `bench-${id}`;
  await owner.apiClient.create({
    data: {
      id,
      clientId,
      name: 'Mätning',
      providerId,
      scopes: ['reports.write', 'reports.read'],
      attestorMembershipId: membershipId,
      secretHash: new Uint8Array(hash),
    },
  });
  const placements = await buildManyPlacements(owner, office, count, from);
  return { clientId, secret, providerId, officeId: office.id, placements };
}

/** How many reports a month has, and how many rows are below them. */
export async function countReports(
  ownerUrl: string,
  month: PlainDate,
): Promise<{ readonly reports: number; readonly rows: number; readonly signed: number }> {
  const owner = openDatabase(ownerUrl, 1);
  try {
    const [counted] = await owner.$queryRaw<{ reports: number; rows: number; signed: number }[]>`
      SELECT count(DISTINCT r.id)::int AS reports, count(w.id)::int AS rows, count(DISTINCT r.attestation_id)::int AS signed
      FROM report r JOIN report_row w ON w.report_id = r.id WHERE r.month = ${month}::date`;
    return counted ?? { reports: 0, rows: 0, signed: 0 };
  } finally {
    await owner.$disconnect();
  }
}
