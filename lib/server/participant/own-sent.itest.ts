import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { sentListInput } from '#lib/schemas/own-document.ts';
import { buildLoadedDocument } from '#lib/server/document/testing/loaded-document.ts';
import { listSent } from '#lib/server/participant/list-sent.ts';
import { showOwnDecision } from '#lib/server/participant/show-own-decision.ts';
import { showOwnDocument } from '#lib/server/participant/show-own-document.ts';
import { showOwnPlanVersion } from '#lib/server/participant/show-own-plan-version.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-05-12T08:00:00Z');
let world: World;
let placement: BuiltPlacement;
let actor: PersonActor;
let others: readonly PersonActor[];
let documentId: string;
let planId: string;
let decisionId: string;

beforeAll(async () => {
  world = await buildWorld();
  const participant = await buildParticipant(world.owner);
  placement = await buildPlacement(world.owner, { office: world.office, participant });
  actor = await buildParticipantActor(world.owner, participant);
  others = [
    await buildParticipantActor(world.owner, await buildParticipant(world.owner)),
    await world.staff('coach'),
  ];
  await buildPlan(world.owner, { placement });
  planId = (await world.owner.plan.findFirstOrThrow({ where: { placementId: placement.id } })).id;
  await buildStoredReport(world.owner, { placement, month: '2026-03' });
  await buildStoredReport(world.owner, { placement, month: '2026-04', status: 'withdrawn' });
  documentId = await buildLoadedDocument(world.owner, placement.id, 'Vi träffades inte på torsdagen.');
  decisionId = newId();
  await world.owner
    .$executeRaw`INSERT INTO placement_decision (id, placement_id, kind, on_day, reason, effect_ore, decided_at, decided_by_person_id)
    VALUES (${decisionId}::uuid, ${placement.id}::uuid, 'noExtension', NULL, 'Det går framåt.', 1000, ${now.toISOString()}::timestamptz, ${newId()}::uuid)`;
}, 60_000);
afterAll(() => world.close());

const list = async (asked: object = {}, who: PersonActor = actor) => {
  const sent = await world.read(listSent, sentListInput.parse(asked), { actor: who, now });
  return sent.ok ? sent.value : null;
};

describe('everything that is sent about a participant', () => {
  test('is one list, the latest first, without what was taken back and without money', async () => {
    const sent = await list();
    expect(sent?.counts).toEqual({ plan: 1, report: 1, deviationReport: 1, decision: 1 });
    const days = sent?.items.map(({ on }) => on) ?? [];
    expect(days).toEqual(days.toSorted().toReversed());
    expect(sent?.items.find(({ kind }) => kind === 'plan')).toMatchObject({ number: 1, last: true });
    expect(sent?.items.find(({ kind }) => kind === 'report')).toMatchObject({
      month: '2026-03',
      status: 'approved',
      provider: world.office.provider.name,
    });
    expect(sent?.items.find(({ kind }) => kind === 'decision')).toMatchObject({ decision: 'noExtension' });
    expect(JSON.stringify(sent)).not.toMatch(/ore|amount|1000/i);
  });

  test('is picked among by kind', async () => {
    expect((await list({ kind: 'report' }))?.items.map(({ kind }) => kind)).toEqual(['report']);
    expect((await list({ kind: 'signal' }))?.items).toEqual([]);
    expect((await list({ kind: 'nonsense', page: 'x' }))?.items).toHaveLength(4);
  });

  test('comes twenty to a page', async () => {
    const many = await buildParticipant(world.owner);
    const theirs = await buildPlacement(world.owner, { office: world.office, participant: many });
    for (let sent = 0; sent < 21; sent += 1)
      await buildLoadedDocument(world.owner, theirs.id, `Nummer ${sent}.`);
    const who = await buildParticipantActor(world.owner, many);
    expect(await list({}, who)).toMatchObject({ page: 1, pages: 2 });
    expect((await list({ page: 2 }, who))?.items).toHaveLength(1);
  });

  test('is read by the one whom it is about alone', async () => {
    const read = async (who: PersonActor) => [
      (await world.read(showOwnDocument, { documentId }, { actor: who, now })).ok,
      (await world.read(showOwnPlanVersion, { planId }, { actor: who, now })).ok,
      (await world.read(showOwnDecision, { decisionId }, { actor: who, now })).ok,
    ];
    expect(await read(actor)).toEqual([true, true, true]);
    for (const who of others) expect(await read(who)).toEqual([false, false, false]);
    for (const id of ['x', newId()])
      expect(await world.read(showOwnDocument, { documentId: id }, { actor, now })).toMatchObject({
        error: { status: 404 },
      });
  });

  test('a document says what it is, who sent it, how it stands and what is in it', async () => {
    const document = await world.read(showOwnDocument, { documentId }, { actor, now });
    expect(document.ok && document.value).toMatchObject({
      kind: 'deviationReport',
      status: 'submitted',
      provider: world.office.provider.name,
      decision: null,
      switched: false,
      versions: [{ id: documentId, number: 1, current: true }],
    });
    expect(document.ok && JSON.stringify(document.value.content)).toContain('torsdagen');
  });
});
