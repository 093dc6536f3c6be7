import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { listOwnReadings } from '#lib/server/participant/list-own-readings.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-05-12T08:00:00Z');
let world: World;
let actor: PersonActor & { readonly participantId: string };
let stranger: PersonActor;
let coach: ProviderActor;
let caseworker: PersonActor;
let auditor: PersonActor;

beforeAll(async () => {
  world = await buildWorld();
  const participant = await buildParticipant(world.owner);
  actor = await buildParticipantActor(world.owner, participant);
  stranger = await buildParticipantActor(world.owner, await buildParticipant(world.owner));
  coach = await world.staff('coach');
  caseworker = await buildAuthorityActor(world.owner, 'caseworker');
  auditor = await buildAuthorityActor(world.owner, 'auditor');
}, 60_000);
afterAll(() => world.close());

const look = (who: Actor, action: string, outcome: 'read' | 'done' | 'refused' = 'read') =>
  inTransaction(world.app, who, (tx) =>
    writeAudit(tx, {
      actor: who,
      action,
      outcome,
      purpose: 'Granskning',
      subject: { type: 'participant', id: actor.participantId, participantIds: [actor.participantId] },
    }),
  );

const asked = { page: 1, from: '' as const };

describe('a participant', () => {
  test('sees which organisation looked, in what role and why, never who; what they did themselves is left out', async () => {
    await look(coach, 'participant.card');
    await look(coach, 'participant.card');
    await look(caseworker, 'placement.end', 'done');
    await look(caseworker, 'placement.show', 'refused');
    await look({ kind: 'job', name: 'reminder.send' }, 'report.settle', 'done');
    const own = await world.read(listOwnReadings, asked, { actor, now });
    if (!own.ok) throw new Error(own.error.code);
    const [day, ...more] = own.value.days;
    expect(more).toEqual([]);
    expect(day?.readings).toHaveLength(3);
    expect(day?.readings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          reader: { kind: 'provider', providerId: coach.providerId, name: coach.providerName, role: 'coach' },
          cause: 'support',
          times: 2,
        }),
        expect.objectContaining({
          reader: { kind: 'authority', role: 'caseworker' },
          cause: 'placement',
          times: 1,
        }),
        expect.objectContaining({ reader: { kind: 'portal' }, cause: 'reports' }),
      ]),
    );
    const told = JSON.stringify(own.value);
    for (const { personId, givenName, familyName } of [coach, caseworker])
      for (const word of [personId, `${givenName} ${familyName}`]) expect(told).not.toContain(word);
  });

  test('picks one organisation', async () => {
    const readers = async (from: string) => {
      const own = await world.read(listOwnReadings, { page: 1, from }, { actor, now });
      return own.ok
        ? own.value.days.flatMap(({ readings }) => readings.map(({ reader }) => reader.kind))
        : [];
    };
    expect(await readers('authority')).toEqual(['authority']);
    expect(await readers(coach.providerId)).toEqual(['provider']);
    expect(await readers(world.elsewhere.provider.id)).toEqual([]);
  });

  test('of whom nobody has read sees nothing, and nothing of others', async () => {
    expect(await world.read(listOwnReadings, asked, { actor: stranger, now })).toMatchObject({
      value: { days: [], providers: [], pages: 1 },
    });
  });
});

describe('the database', () => {
  const rows = (who: Actor, sql: string) =>
    inTransaction(world.app, who, (tx) => tx.$queryRawUnsafe<unknown[]>(sql));

  test('tells the participant alone who has looked', async () => {
    expect((await rows(actor, 'SELECT * FROM app.own_readings()')).length).toBeGreaterThan(0);
    for (const who of [stranger, coach, caseworker, auditor, { kind: 'job', name: 'x' } as const])
      expect(await rows(who, 'SELECT * FROM app.own_readings()')).toEqual([]);
  });

  test('takes who one is from the person, not from what is said', async () => {
    const posing = { ...stranger, participantId: actor.participantId } as Actor;
    expect(await rows(posing, 'SELECT * FROM app.own_readings()')).toEqual([]);
  });

  test('shows the log itself to auditors alone: it says who it was', async () => {
    for (const who of [actor, stranger, coach, caseworker])
      expect(await rows(who, 'SELECT id FROM audit_entry')).toEqual([]);
    expect((await rows(auditor, 'SELECT id FROM audit_entry')).length).toBeGreaterThan(0);
  });
});
