import { randomUUID } from 'node:crypto';
import { hashToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import type { Identities, Sender } from '#lib/server/gate/testing/fuzz/spec.ts';
import { newId } from '#lib/server/ids.ts';

export type Cast = {
  readonly api: readonly Sender[];
  readonly portal: readonly Sender[];
  readonly identities: Identities;
  /** Identifiers of rows of the demo, of many kinds. */
  readonly ids: readonly string[];
};

/** Of each role so many sessions: the limits are for each, and are not to be met. */
const SESSIONS_EACH = 12;
const SYSTEMS = 24;
const FAR_AHEAD = new Date('2199-01-01T00:00:00Z');

/** Everybody that a request may be sent by, logged in to the demo: each role, systems with all scopes, with one, of another provider. */
export async function makeCast(ownerUrl: string): Promise<Cast> {
  const owner = openDatabase(ownerUrl, 2);
  try {
    const sessions = await makeSessions(owner);
    const tokens = await makeTokens(owner);
    const headers = new Map<string, Readonly<Record<string, string>>>([
      ['badToken', { authorization: `Bearer ${newOpaqueToken()}` }],
      ['badSession', { cookie: `portal-session=${newOpaqueToken()}` }],
      ...[...sessions].map(([as, token]) => [as, { cookie: `portal-session=${token}` }] as const),
      ...[...tokens].map(([as, token]) => [as, { authorization: `Bearer ${token}` }] as const),
    ]);
    return {
      portal: [...sessions.keys()],
      api: [...tokens.keys()],
      identities: (as) => headers.get(as) ?? {},
      ids: await idsOf(owner),
    };
  } finally {
    await owner.$disconnect();
  }
}

async function makeSessions(owner: Database): Promise<Map<Sender, string>> {
  const made = new Map<Sender, string>();
  const members = await owner.membership.findMany({ orderBy: { id: 'asc' } });
  for (const [role, all] of Map.groupBy(members, (member) => member.role)) {
    for (let n = 0; n < SESSIONS_EACH; n += 1) {
      const member = all[n % all.length];
      if (member === undefined) continue;
      const token = newOpaqueToken();
      const authTime = new Date();
      await owner.session.create({
        data: {
          id: newId(),
          tokenHash: new Uint8Array(hashToken(token)),
          personId: member.personId,
          membershipId: member.id,
          createdAt: authTime,
          lastSeenAt: FAR_AHEAD,
          absoluteEndsAt: FAR_AHEAD,
          authTime,
        },
      });
      made.set(`session:${role}-${n}`, token);
    }
  }
  return made;
}

async function makeTokens(owner: Database): Promise<Map<Sender, string>> {
  const providers = await owner.provider.findMany({ take: 2, orderBy: { id: 'asc' } });
  const kinds = [
    { name: 'all', scopes: ['reports.read', 'reports.write'], at: 0 },
    { name: 'reading', scopes: ['reports.read'], at: 0 },
    { name: 'otherProvider', scopes: ['reports.read', 'reports.write'], at: 1 },
  ];
  const made = new Map<Sender, string>();
  for (let n = 0; n < SYSTEMS; n += 1) {
    const kind = kinds[n % kinds.length];
    const provider = providers[kind?.at ?? 0];
    if (kind === undefined || provider === undefined) continue;
    const [id, token] = [newId(), newOpaqueToken()];
    const secretHash = new Uint8Array(hashToken(randomUUID()));
    const { scopes } = kind;
    await owner.apiClient.create({
      data: { id, clientId: `fuzz-${id}`, name: 'Prov', providerId: provider.id, scopes, secretHash },
    });
    await owner.accessToken.create({
      data: { tokenHash: new Uint8Array(hashToken(token)), apiClientId: id, scopes, expiresAt: FAR_AHEAD },
    });
    made.set(`token:${kind.name}-${n}`, token);
  }
  return made;
}

/** Some identifiers of every table that has any, and words that addresses hold. */
async function idsOf(owner: Database): Promise<readonly string[]> {
  const tables = await owner.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid' ORDER BY 1`;
  const ids: string[] = [];
  for (const { name } of tables) {
    const rows = await owner.$queryRawUnsafe<{ id: string }[]>(
      `SELECT id::text AS id FROM "${name}" ORDER BY id LIMIT 4`,
    );
    ids.push(...rows.map(({ id }) => id));
  }
  const references = await owner.$queryRaw<
    { text: string }[]
  >`SELECT implementation_reference::text AS text FROM service_period LIMIT 10`;
  return [
    ...ids,
    ...references.map(({ text }) => text),
    '2026-03',
    '2026-02',
    'deviationReport',
    'finalReport',
    'submit',
  ];
}
