import type { CrashClient } from '#bench/lib/crash/sender.ts';
import { fetchToken } from '#bench/lib/fetch-token.ts';
import { makeSenders } from '#bench/lib/submit-data.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import { hashToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Wanted = {
  readonly url: string;
  readonly ownerUrl: string;
  readonly clients: number;
  readonly placements: number;
  readonly from: PlainDate;
};

/** Providers whose systems have their tokens, and whose coaches and administrators are logged in. */
export async function makeClients(wanted: Wanted): Promise<readonly CrashClient[]> {
  const { url, ownerUrl, clients, placements, from } = wanted;
  const senders = await makeSenders(ownerUrl, { senders: clients, placements, from });
  const owner = openDatabase(ownerUrl, 1);
  try {
    const made: CrashClient[] = [];
    for (const [number, sender] of senders.entries()) {
      made.push({
        ...sender,
        number,
        token: await fetchToken(url, sender),
        coachCookie: await cookieOf(owner, 'coach', sender.providerId),
        adminCookie: await cookieOf(owner, 'providerAdmin', sender.providerId),
      });
    }
    return made;
  } finally {
    await owner.$disconnect();
  }
}

async function cookieOf(owner: Database, role: ProviderRole, providerId: string): Promise<string> {
  const provider = await owner.provider.findUniqueOrThrow({ where: { id: providerId } });
  const { sessionId } = await buildProviderActor(owner, role, { provider });
  const token = newOpaqueToken();
  await owner.session.update({
    where: { id: sessionId },
    data: { tokenHash: new Uint8Array(hashToken(token)) },
  });
  return `portal-session=${token}`;
}
