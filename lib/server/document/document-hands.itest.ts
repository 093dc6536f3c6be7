import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { doersOf, everyRole, type Named } from '#lib/server/document/testing/doers.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// What the application's own role may do to documents, whatever statement is sent in its name.
let world: World;
let placement: BuiltPlacement;
let actors: Named;
beforeAll(async () => {
  world = await buildWorld();
  actors = await everyRole(world);
});
afterAll(() => world.close());

let documentId: string;
beforeEach(async () => {
  placement = await buildPlacement(world.owner, { office: world.office });
  documentId = await sentBy(newId());
});

/** A document that somebody has sent, as the owner of the tables writes it. */
async function sentBy(personId: string, kind = 'informativeReport'): Promise<string> {
  const id = newId();
  await world.owner.$transaction([
    world.owner.document.create({
      data: {
        id,
        threadId: id,
        kind,
        placementId: placement.id,
        status: 'submitted',
        content: kind === 'signal' ? { type: 'employment', signalledOn: '2026-03-02' } : {},
        contentHash: 'a',
        submittedOn: new Date('2026-03-02'),
        submittedAt: new Date('2026-03-02'),
        submittedByPersonId: personId,
        desk: 'assess',
      },
    }),
    world.owner.documentEvent.create({
      data: { id: newId(), documentId: id, act: 'submitted', at: new Date() },
    }),
  ]);
  return id;
}

const event = (act: string) => `INSERT INTO document_event (id, document_id, act, person_id, role, at)
  VALUES ('${newId()}', '${documentId}', '${act}', app.person_id(), app.setting('role'), now())`;

/** Who of them the statements do something for; each is tried and rolled back. */
const doers = (...statements: readonly string[]) => doersOf(world, actors, statements);

const change = (set: string) => `UPDATE document SET ${set} WHERE id = '${documentId}'`;

test('nobody writes what a document says anew, nor when and by whom it was sent', async () => {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const set of [
    `content = '{"a": 1}'`,
    `submitted_on = '2026-01-01'`,
    `submitted_by_person_id = app.person_id()`,
    `due_on = NULL, why = 'x'`,
  ])
    expect(await doers(change(set), event('noted'))).toEqual([]);
});

test('caseworkers take and decide what is theirs, in the own name, with an event', async () => {
  const take = `status = 'inReview', taken_by_person_id = app.person_id(), taken_at = now()`;
  expect(await doers(change(take), event('taken'))).toEqual(['assess', 'decide']);
  expect(await doers(change(take))).toEqual([]);
  expect(await doers(change(take.replace('app.person_id()', `'${newId()}'`)), event('taken'))).toEqual([]);
  const approve = `status = 'approved', decided_at = now(), decided_by_person_id = app.person_id()`;
  expect(await doers(change(approve), event('approved'))).toEqual(['assess', 'decide']);
  expect(
    await doers(
      change(`status = 'returned', decided_at = now(), decided_by_person_id = app.person_id()`),
      event('returned'),
    ),
  ).toEqual([]);
});

test('what is handed up is decided by those with the mandate', async () => {
  await world.owner.$transaction([
    world.owner.document.update({
      where: { id: documentId },
      data: { desk: 'decide', handedUpByPersonId: newId() },
    }),
    world.owner.documentEvent.create({ data: { id: newId(), documentId, act: 'handedUp', at: new Date() } }),
  ]);
  const approve = `status = 'approved', decided_at = now(), decided_by_person_id = app.person_id()`;
  expect(await doers(change(approve), event('approved'))).toEqual(['decide']);
  expect(await doers(change(`desk = 'assess'`), event('noted'))).toEqual([]);
});

test('what gives or takes days of service is settled by those with the mandate, before it is handed up, too', async () => {
  for (const kind of ['signal', 'extension', 'interruptionRequest']) {
    documentId = await sentBy(newId(), kind);
    const returned = `status = 'returned', decision_reason = 'Mer behövs.', complete_by = '2026-03-09', decided_at = now(),
      decided_by_person_id = app.person_id()`;
    expect(await doers(change(returned), event('returned'))).toEqual(['decide']);
  }
});

test('the provider takes back, and replaces by a next version alone', async () => {
  expect(await doers(change(`status = 'withdrawn'`), event('withdrawn'))).toEqual([
    'coach',
    'reporter',
    'signatory',
  ]);
  expect(await doers(change(`status = 'superseded'`), event('superseded'))).toEqual([]);
});

test('nobody decides on what they sent', async () => {
  const [, decider] = actors.find(([name]) => name === 'decide') ?? [];
  documentId = await sentBy(decider?.kind === 'person' ? decider.personId : '');
  const approve = `status = 'approved', decided_at = now(), decided_by_person_id = app.person_id()`;
  expect(await doers(change(approve), event('approved'))).toEqual(['assess']);
});

test('a document comes in by those who send, as nothing but sent', async () => {
  const insert = (
    status: string,
    by: string,
    desk = 'assess',
  ) => `INSERT INTO document (id, thread_id, kind, placement_id, status, content,
      content_hash, submitted_on, submitted_at, submitted_by_person_id, desk)
    SELECT n, n, 'informativeReport', '${placement.id}', '${status}', '{}', 'b', '2026-03-02', now(), ${by}, '${desk}' FROM (SELECT '${documentId}'::uuid AS n) x`;
  documentId = newId();
  expect(await doers(insert('submitted', 'app.person_id()'), event('submitted'))).toEqual([
    'coach',
    'reporter',
    'signatory',
  ]);
  expect(await doers(insert('submitted', `'${newId()}'`), event('submitted'))).toEqual([]);
  expect(await doers(insert('submitted', 'app.person_id()', 'review'), event('submitted'))).toEqual([]);
});

test('events and decisions of placements are told in the own name by those who may', async () => {
  expect(await doers(event('noted').replace('app.person_id()', `'${newId()}'`))).toEqual([]);
  expect(await doers(`UPDATE document_event SET text = 'annat' WHERE document_id = '${documentId}'`)).toEqual(
    [],
  );
  const decision = (
    by: string,
  ) => `INSERT INTO placement_decision (id, placement_id, kind, decided_by_person_id, decided_at)
    VALUES ('${newId()}', '${placement.id}', 'goesOn', ${by}, now())`;
  expect(await doers(decision('app.person_id()'))).toEqual(['decide']);
  expect(await doers(decision(`'${newId()}'`))).toEqual([]);
});

test('a draft is the provider’s own', async () => {
  const draft = `INSERT INTO document_draft (id, kind, placement_id, "values", saved_by_person_id, saved_at)
    VALUES ('${newId()}', 'signal', '${placement.id}', '{}', app.person_id(), now())`;
  expect(await doers(draft)).toEqual(['coach', 'reporter', 'signatory']);
});

test('what waits untaken is written on by nobody, the participant neither', async () => {
  const participant = await buildParticipantActor(world.owner, placement.participant);
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const set of [
    `decision = '{"granted": true}'`,
    `decision_reason = 'Beviljas', complete_by = '2030-01-01'`,
    `taken_by_person_id = '${newId()}', taken_at = now()`,
  ]) {
    expect(await doers(change(set))).toEqual([]);
    expect(await doersOf(world, [['participant', participant]], [change(set)])).toEqual([]);
  }
});

test('nobody tells of a step that was not taken, or is another’s to take', async () => {
  const participant = await buildParticipantActor(world.owner, placement.participant);
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const act of ['approved', 'returned', 'rejected', 'submitted', 'superseded', 'withdrawn'])
    expect([act, await doers(event(act))]).toEqual([act, []]);
  expect(await doers(event('taken'))).toEqual(['reviewer', 'assess', 'decide']);
  expect(await doers(event('noted'))).toEqual([
    'coach',
    'reporter',
    'signatory',
    'reviewer',
    'assess',
    'decide',
  ]);
  expect(await doersOf(world, [['participant', participant]], [event('noted')])).toEqual([]);
});

test('nobody decides on what they handed up', async () => {
  const [, decider] = actors.find(([name]) => name === 'decide') ?? [];
  await world.owner.$transaction([
    world.owner.document.update({
      where: { id: documentId },
      data: { desk: 'decide', handedUpByPersonId: decider?.kind === 'person' ? decider.personId : '' },
    }),
    world.owner.documentEvent.create({ data: { id: newId(), documentId, act: 'handedUp', at: new Date() } }),
  ]);
  const approve = `status = 'approved', decided_at = now(), decided_by_person_id = app.person_id()`;
  expect(await doers(change(approve), event('approved'))).toEqual([]);
});
