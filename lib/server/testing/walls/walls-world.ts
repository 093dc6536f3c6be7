import type { Actor, AuthorityActor, ParticipantActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { AUTHORITY_ROLES, PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { createDatabaseFromTemplate } from '#lib/server/db/embedded-postgres.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { dropDatabase } from '#lib/server/db/postgres-owner.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { newId } from '#lib/server/ids.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { type Planted, plantRows, STAFF } from '#lib/server/testing/walls/plant-rows.ts';
import { markedId } from '#lib/server/testing/walls/marks.ts';
import { countWrites } from '#lib/server/testing/walls/written-rows.ts';

export type Cluster = {
  readonly adminUrl: string;
  readonly template: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
};

/** Somebody who tries, as one column of the matrix. */
export type Trying = { readonly who: string; readonly actor: Actor };

export type WallsWorld = {
  readonly planted: Planted;
  readonly actors: readonly Trying[];
  /** With both walls, and the same rows with row-level security that lets all through. */
  readonly app: Database;
  readonly allRows: Database;
  /** Owns the first; for tests that make a hole in it. */
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
};

function at(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = name;
  return changed.href;
}

/** Two databases of the same marked rows; in the second no policy hides any of them, and its triggers are left. */
export async function buildWallsWorld(cluster: Cluster): Promise<WallsWorld> {
  const names = [`walls_${newId()}`, `walls_${newId()}`] as const;
  await createDatabaseFromTemplate(cluster.adminUrl, cluster.template, names[0]);
  const owner = openDatabase(at(cluster.ownerUrl, names[0]), 1);
  await buildReferenceData(owner);
  await owner.$disconnect();
  const planted = await withClient(at(cluster.adminUrl, names[0]), async (client) => {
    const rows = await plantRows(client);
    await countWrites(client, rows.tables);
    return rows;
  });
  await createDatabaseFromTemplate(cluster.adminUrl, names[0], names[1]);
  await withClient(at(cluster.adminUrl, names[1]), async (client) => {
    for (const { name } of planted.tables)
      await client.query(`ALTER TABLE ${client.escapeIdentifier(name)} DISABLE ROW LEVEL SECURITY`);
  });
  const [app, allRows] = names.map((name) => openDatabase(at(cluster.appUrl, name), 1)) as [
    Database,
    Database,
  ];
  return {
    planted,
    actors: actorsOf(planted),
    app,
    allRows,
    ownerUrl: at(cluster.ownerUrl, names[0]),
    close: async () => {
      await Promise.all([app.$disconnect(), allRows.$disconnect()]);
      for (const name of names) await dropDatabase(cluster.adminUrl, name);
    },
  };
}

/** Everybody who may try: all roles, a system by each of its scopes, an employer, a code on paper, a job, and nobody. */
function actorsOf(planted: Planted): readonly Trying[] {
  const id = (table: string): string => String(planted.value(table, 'id', 'own'));
  const person = planted.tables.find(({ name }) => name === 'person');
  if (person === undefined) throw new Error('There is no table of people');
  const login = {
    kind: 'person',
    sessionId: id('session'),
    membershipId: id('membership'),
    givenName: 'Försök',
    familyName: 'Försöksson',
    locale: 'sv',
    assurance: 'eid',
    authenticatedAt: '2026-03-10T08:55:00Z',
  } as const;
  const staff = { ...login, personId: markedId('own', person.number, STAFF) };
  const provider = PROVIDER_ROLES.map(
    (role): ProviderActor => ({
      ...staff,
      role,
      organisation: 'provider',
      providerId: id('provider'),
      providerName: 'Leverantören',
      officeScope: [id('office')],
    }),
  );
  const authority = AUTHORITY_ROLES.map(
    (role): AuthorityActor => ({
      ...login,
      personId: '00000000-0000-4000-8000-0000000000aa',
      role,
      organisation: 'authority',
      providerId: null,
      officeScope: 'all',
    }),
  );
  const participant: ParticipantActor = {
    ...login,
    personId: markedId('own', person.number),
    role: 'participant',
    organisation: 'self',
    providerId: null,
    participantId: id('participant'),
    officeScope: [],
  };
  const client = (scopes: readonly string[]): Trying => ({
    who: `client:${scopes.join('+') || 'none'}`,
    actor: {
      kind: 'client',
      apiClientId: id('api_client'),
      clientId: 'walls',
      name: 'Systemet',
      providerId: id('provider'),
      scopes,
      attestorMembershipId: null,
    },
  });
  return [
    ...[...provider, ...authority, participant].map((actor) => ({ who: actor.role, actor })),
    client(['reports.read']),
    client(['reports.write']),
    client([]),
    { who: 'employer', actor: { kind: 'employer', confirmationId: id('employer_confirmation') } },
    {
      who: 'paperCode',
      actor: {
        kind: 'paperCode',
        sessionId: id('paper_code_session'),
        participantId: id('participant'),
        decisionId: id('decision'),
        choiceId: null,
      },
    },
    { who: 'job', actor: { kind: 'job', name: 'walls' } },
    { who: 'signedOut', actor: { kind: 'job', name: '' } },
  ];
}
