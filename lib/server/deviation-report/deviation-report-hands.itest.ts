import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { doersOf, everyRole, type Named } from '#lib/server/document/testing/doers.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// What the application's own role may write of deviation reports, whatever statement is sent in its name. Their days are a fact of pay.
let world: World;
let actors: Named;
let placement: BuiltPlacement;
beforeAll(async () => {
  world = await buildWorld();
  placement = await buildPlacement(world.owner, { office: world.office });
  actors = [
    ...(await everyRole(world)),
    ['otherOffice', await world.staff('coach', world.office, [world.otherOffice])],
    ['otherProvider', await world.staff('coach', world.elsewhere)],
    ['participant', await buildParticipantActor(world.owner, placement.participant)],
  ];
});
afterAll(() => world.close());

let id: string;
const SENT = {
  kind: 'deviationReport',
  status: 'submitted',
  desk: 'assess',
  number: 1,
  submittedOn: '2026-03-18',
};
const row = (change: Partial<typeof SENT> = {}, by = 'app.person_id()') => {
  const { kind, status, desk, number, submittedOn } = { ...SENT, ...change };
  return `INSERT INTO document (id, thread_id, number, kind, placement_id, status, content, content_hash, submitted_on, submitted_at,
      submitted_by_person_id, desk)
    VALUES ('${id}', '${id}', ${number}, '${kind}', '${placement.id}', '${status}',
      '{"type": "absence", "cause": "sick", "from": "2026-03-16", "to": "2026-03-19"}', 'a', '${submittedOn}', now(), ${by}, '${desk}')`;
};
const event = (act: string) => `INSERT INTO document_event (id, document_id, act, person_id, role, at)
  VALUES ('${newId()}', '${id}', '${act}', app.person_id(), app.setting('role'), now())`;
const change = (set: string) => `UPDATE document SET ${set} WHERE id = '${id}'`;
const doers = (...statements: readonly string[]) => doersOf(world, actors, statements);

/** One that is there already, sent by nobody of them. */
async function there(): Promise<void> {
  await world.owner.$transaction([
    world.owner.$executeRawUnsafe(row({}, `'${newId()}'`)),
    world.owner.documentEvent.create({
      data: { id: newId(), documentId: id, act: 'submitted', at: new Date() },
    }),
  ]);
}
beforeEach(() => {
  id = newId();
});

test('one comes in from those who send for the provider, in the own name, as nothing but sent, at the desk that assesses', async () => {
  const SENDERS = ['coach', 'reporter', 'signatory'];
  expect(await doers(row(), event('submitted'))).toEqual(SENDERS);
  expect(await doers(row())).toEqual([]);
  expect(await doers(row({}, `'${newId()}'`), event('submitted'))).toEqual([]);
  for (const wrong of [{ status: 'approved' }, { desk: 'decide' }, { desk: 'review' }, { number: 2 }])
    expect(await doers(row(wrong), event('submitted'))).toEqual([]);
});

test('its days, its cause, when it came and by whom are written anew by nobody', async () => {
  await there();
  for (const set of [
    `content = jsonb_set(content, '{to}', '"2026-03-17"')`,
    `submitted_on = '2026-03-16'`,
    `submitted_by_person_id = app.person_id()`,
    `placement_id = placement_id, due_on = '2026-03-31'`,
  ])
    expect(await doers(change(set), event('noted'))).toEqual([]);
  expect(await doers(`DELETE FROM document WHERE id = '${id}'`)).toEqual([]);
});

test('it is received and returned with why by caseworkers, refused by nobody', async () => {
  await there();
  const decided = (status: string, reason = 'NULL') =>
    change(`status = '${status}', decision_reason = ${reason}, complete_by = ${status === 'returned' ? `'2026-03-25'` : 'NULL'},
      decided_at = now(), decided_by_person_id = app.person_id()`);
  expect(await doers(decided('approved'), event('approved'))).toEqual(['assess', 'decide']);
  expect(await doers(decided('returned', `'Skriv mer om resan.'`), event('returned'))).toEqual([
    'assess',
    'decide',
  ]);
  expect(await doers(decided('returned'), event('returned'))).toEqual([]);
  expect(await doers(decided('rejected', `'Det stämmer inte.'`), event('rejected'))).toEqual([]);
});

test('it is taken back until it has been received, and replaced by a next version alone', async () => {
  const SENDERS = ['coach', 'reporter', 'signatory'];
  await there();
  expect(await doers(change(`status = 'withdrawn'`), event('withdrawn'))).toEqual(SENDERS);
  expect(await doers(change(`status = 'superseded'`), event('superseded'))).toEqual([]);
  id = newId();
  await there();
  const received = { status: 'approved', decidedAt: new Date(), decidedByPersonId: newId() };
  await world.owner.$transaction([
    world.owner.document.update({ where: { id }, data: received }),
    world.owner.documentEvent.create({
      data: { id: newId(), documentId: id, act: 'approved', at: new Date() },
    }),
  ]);
  expect(await doers(change(`status = 'withdrawn'`), event('withdrawn'))).toEqual([]);
  expect(await doers(change(`status = 'returned'`), event('returned'))).toEqual([]);
});
