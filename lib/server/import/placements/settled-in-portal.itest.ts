import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ParticipantActor } from '#lib/domain/actor/actor.ts';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { execute } from '#lib/server/command/execute.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { importPlacements } from '#lib/server/import/placements/import-placements.ts';
import { importProviders } from '#lib/server/import/providers/import-providers.ts';
import {
  type Cells,
  createImportFixture,
  type ImportFixture,
  providerCells,
} from '#lib/server/import/testing/import-fixture.ts';
import { faultsIn, ownRows } from '#lib/server/import/testing/own-rows.ts';
import { extensionConfirmation } from '#lib/domain/extension/decide-extension.ts';
import { ask } from '#lib/server/command/query.ts';
import { extendPlacement } from '#lib/server/placement-decision/extend-placement.ts';
import { prepareDecision } from '#lib/server/placement-decision/prepare-decision.ts';
import { switchProvider } from '#lib/server/provider-switch/switch-provider.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

let portal: ImportFixture;
beforeAll(async () => {
  portal = await createImportFixture();
  const other = providerCells({ ka_number: '10000002', org_no: '5599000022', name: 'Björkängen AB' });
  await portal.load(importProviders, [providerCells(), other]);
});
afterAll(() => portal.drop());

const load = (...rows: readonly Cells[]): ReturnType<ImportFixture['load']> =>
  portal.load(importPlacements, rows);

type Held = {
  readonly personId: string;
  readonly membershipId: string;
  readonly participantId: string;
  readonly decisionId: string;
  readonly placementId: string | null;
};

async function held(reference: number): Promise<Held> {
  const [found] = await portal.query<Held>(
    `SELECT a.person_id AS "personId", m.id AS "membershipId", a.id AS "participantId", d.id AS "decisionId", s.placement_id AS "placementId"
     FROM service_period s JOIN decision d ON d.id = s.decision_id JOIN participant a ON a.id = d.participant_id
     JOIN membership m ON m.person_id = a.person_id WHERE s.implementation_reference = $1`,
    [String(reference + 1)],
  );
  if (found === undefined) throw new Error(`No reference ${reference + 1}`);
  return found;
}

function participant({ personId, membershipId, participantId }: Held): ParticipantActor {
  return {
    kind: 'person',
    personId,
    membershipId,
    participantId,
    sessionId: newId(),
    givenName: 'Elis',
    familyName: 'Mönsterman',
    locale: 'sv',
    assurance: 'eid',
    authenticatedAt: '2021-01-20T08:00:00Z',
    role: 'participant',
    organisation: 'self',
    providerId: null,
    officeScope: [],
  };
}

async function officeOf(kaNumber: string): Promise<string> {
  const [office] = await portal.query<{ id: string }>(
    'SELECT o.id FROM office o JOIN contract c ON c.id = o.contract_id WHERE c.ka_number = $1',
    [kaNumber],
  );
  return office?.id ?? '';
}

const EVERYTHING = `SELECT (SELECT json_agg(l ORDER BY l.id) FROM placement l) AS placements, (SELECT json_agg(s ORDER BY s.id) FROM service_period s) AS periods`;

it('a file that is older than what the participant did in the portal changes none of it', async () => {
  const own = ownRows();
  const waiting = [own.first({ ka_number: '', choice: '' }), own.second({ ka_number: '', choice: '' })];
  await load(...waiting);
  const database = openDatabase(portal.ownerUrl, 1);
  const decided = await held(own.reference);
  const acting = { database, actor: participant(decided), idempotencyKey: newId() };

  // Chosen after the period had begun: it begins on the day of the choice.
  const choice = { decisionId: decided.decisionId, decisionVersion: 1, officeId: await officeOf('10000001') };
  const chosen = await execute(chooseProvider, choice, { ...acting, now: new Date('2021-01-20T09:00:00Z') });
  expect(chosen.ok).toBe(true);
  const afterChoice = await portal.query(EVERYTHING);
  expect(await load(...waiting)).toMatchObject({ unchanged: 2, failed: 0 });
  expect(await load(own.first(), own.second())).toMatchObject({ unchanged: 2, failed: 0 });
  expect(await portal.query(EVERYTHING)).toEqual(afterChoice);

  // Switched in period 1: period 2 has moved to the other provider, and what is left of period 1 has a reference of the portal's.
  const { placementId } = await held(own.reference);
  const change = { placementId, placementVersion: 1, officeId: await officeOf('10000002') };
  const switched = await execute(switchProvider, change, {
    ...acting,
    idempotencyKey: newId(),
    now: new Date('2021-03-01T09:00:00Z'),
  });
  expect(switched.ok).toBe(true);
  await database.$disconnect();
  const afterSwitch = await portal.query(EVERYTHING);
  for (const rows of [waiting, [own.first(), own.second()]]) {
    const again = await load(...rows);
    expect(again).toMatchObject({ changed: 0, unchanged: 2, failed: 0 });
  }
  expect(await portal.query(EVERYTHING)).toEqual(afterSwitch);

  // The authority's own news still comes through, and what cannot be is still refused.
  const ended = await load(own.second({ ka_number: '10000002', end: '2021-10-01', end_reason: 'outcome' }));
  expect(ended).toMatchObject({ changed: 1, failed: 0 });
  const wrong = await load(own.first({ level: 'C' }));
  expect(faultsIn(wrong.errorsFile)).toEqual(['2: notChangeable']);
});

it('a second period that a caseworker gave stays, and the file does not give it once more', async () => {
  const own = ownRows();
  await load(own.first());
  const { placementId } = await held(own.reference);
  const database = openDatabase(portal.ownerUrl, 2);
  const actor = await buildAuthorityActor(database, 'caseworker', { caseMandate: 'decide' });
  const acting = { database, actor, now: new Date('2021-03-01T09:00:00Z'), idempotencyKey: newId() };
  const read = await ask(prepareDecision, { placementId: placementId ?? '' }, acting);
  if (!read.ok) throw new Error(read.error.code);
  const { placement, extension, today } = read.value;
  const confirmed = extensionConfirmation({ placement, facts: extension, today });
  const input = { placementId, version: placement.version, reason: 'Målet är nära.', confirmed };
  expect((await execute(extendPlacement, input, acting)).ok).toBe(true);
  await database.$disconnect();
  const afterExtension = await portal.query(EVERYTHING);
  expect(await load(own.first())).toMatchObject({ unchanged: 1, failed: 0 });
  expect(await load(own.second())).toMatchObject({ changed: 0, failed: 1 });
  expect(await portal.query(EVERYTHING)).toEqual(afterExtension);
});
