import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { checkDocuments } from '#lib/server/document/check-documents.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { documentPage } from '#lib/server/document/document-page.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { buildLoadedDocument } from '#lib/server/document/testing/loaded-document.ts';
import { doersOf, everyRole, type Named } from '#lib/server/document/testing/doers.ts';
import { typedDeviation } from '#lib/schemas/deviation-report.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import type { BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { addDays, plainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

// Texts of deviation reports that are nearly those about somebody else (review section 1, COPIED_TEXT).
const TEXT =
  'Deltagaren tackade nej till ett arbete på lagret i Eskilstuna eftersom resan dit tar mer än två timmar med buss åt varje håll på vardagar';
const OTHER =
  'Vi hade bokat en praktikplats på en förskola, men hon ville hellre läsa klart kursen i svenska först och sedan söka själv inom vården';

let world: World;
let worker: Database;
let coach: ProviderActor;
let now: Date;
let actors: Named;
beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 1);
  coach = await world.staff('coach', world.office, [world.office]);
  actors = await everyRole(world);
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

const placed = async (office: BuiltOffice = world.office): Promise<BuiltPlacement> => {
  const placement = await buildPlacement(world.owner, { office, coachPersonId: coach.personId });
  const stored = await world.owner.placement.findUniqueOrThrow({ where: { id: placement.id } });
  now = new Date(`${addDays(plainDateFromDate(stored.from), 10)}T09:00:00Z`);
  return placement;
};
const typedOf = (text: string, daysAgo = 1) =>
  typedDeviation.parse({
    cause: 'declinedJob',
    from: addDays(plainDateFromDate(now), -daysAgo),
    what: text,
    reason: 'Det var för långt.',
  });

async function previewed(placementId: string, text: string, actor = coach, daysAgo = 1) {
  const asked = { placementId, replacesId: null, draftId: null, typed: typedOf(text, daysAgo) };
  const form = await world.read(documentForm(deviationReportKind), asked, { actor, now });
  if (!form.ok || form.value.preview === null) throw new Error('Nothing to preview');
  return form.value.preview;
}
async function sent(placementId: string, text: string, actor = coach): Promise<string> {
  const { contentHash } = await previewed(placementId, text, actor);
  const input = { placementId, replacesId: null, content: typedOf(text), confirmed: contentHash };
  const result = await world.run(submitDocument(deviationReportKind), input, { actor, now });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return (result.value as { documentId: string }).documentId;
}

const loaded = (placementId: string, text: string) => buildLoadedDocument(world.owner, placementId, text);

describe('a deviation report', () => {
  let first: BuiltPlacement;
  beforeEach(async () => {
    first = await placed();
  });

  test('with nearly the text of one about somebody else says so before it is sent, and keeps it', async () => {
    const text = `${TEXT} ${newId().replaceAll(/[^a-z]/gu, '')}`;
    const id = await sent(first.id, text);
    expect(await world.owner.documentFinding.count({ where: { documentId: id, code: 'COPIED_TEXT' } })).toBe(
      0,
    );
    const second = await placed();
    const { remarks } = await previewed(second.id, `Igår: ${text}`);
    expect(remarks.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /står nästan ordagrant i .*om andra deltagare hos leverantören.*”Vad det gällde”/u,
      ),
    ]);
    const copy = await sent(second.id, `Igår: ${text}`);
    const reviewer = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'assess' });
    for (const actor of [coach, reviewer]) {
      const page = await world.read(documentPage(deviationReportKind), { documentId: copy }, { actor, now });
      expect(page.ok && page.value.findings).toMatchObject([
        { code: 'COPIED_TEXT', severity: 'flag', facts: { texts: 1 } },
      ]);
    }
    const participant = await buildParticipantActor(world.owner, second.participant);
    const own = await world.read(
      documentPage(deviationReportKind),
      { documentId: copy },
      { actor: participant, now },
    );
    expect(own.ok && own.value.findings).toEqual([]);
  });

  test('is not held against one about the same person, another text, or one of another provider', async () => {
    const text = `${OTHER} ${newId().replaceAll(/[^a-z]/gu, '')} nummer ett`;
    await sent(first.id, text);
    expect((await previewed(first.id, text, coach, 2)).remarks).toEqual([]);
    const away = await buildPlacement(world.owner, { office: world.elsewhere });
    const reporter = await world.staff('signatory', world.elsewhere);
    expect((await previewed(away.id, text, reporter)).remarks).toEqual([]);
  });
});

describe('who decides on a document', () => {
  test('says whether the check of its texts was right, once, with the decision', async () => {
    const text = `${OTHER} ${newId().replaceAll(/[^a-z]/gu, '')} och hon har sagt det flera gånger till oss`;
    await sent((await placed()).id, text);
    const documentId = await sent((await placed()).id, `${text} igen`);
    const decider = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'assess' });
    const { version } = await world.owner.document.findUniqueOrThrow({ where: { id: documentId } });
    const input = {
      documentId,
      version,
      verdict: 'approve',
      reason: '',
      answer: { next: '' },
      copied: 'upheld',
    };
    const decided = await world.run(decideDocument(deviationReportKind), input, { actor: decider, now });
    expect(decided).toMatchObject({ ok: true });
    expect(await world.owner.documentFindingVerdict.findMany({ where: { documentId } })).toMatchObject([
      { code: 'COPIED_TEXT', upheld: true, byPersonId: decider.personId },
    ]);
    const verdict = `INSERT INTO document_finding_verdict (document_id, code, upheld, by_person_id, at)
      VALUES ('${documentId}', 'COPIED_TEXT', false, app.person_id(), now()) ON CONFLICT DO NOTHING`;
    expect(await doersOf(world, [...actors, ['whoDecided', decider]], [verdict])).toEqual([]);
  });
});

describe('documents that a load has written', () => {
  test('are checked many at once, each against all: what was found is stored once, with when', async () => {
    const text = `Han kom inte till tre bokade möten i rad och gick inte att nå på telefon trots flera försök under veckan hos oss ${newId().replaceAll(/[^a-z]/gu, '')}`;
    const ids: string[] = [];
    for (const words of [text, `${text} idag`, OTHER.toUpperCase().split(' ').toReversed().join(' ')])
      ids.push(await loaded((await placed()).id, words));
    const check = (tx: Tx) =>
      checkDocuments(tx, {
        documentIds: ids,
        today: plainDate('2026-04-01'),
        now: new Date('2026-04-01T00:00:00Z'),
      });
    const [a, b, c] = await worker.$transaction(check);
    expect([a, b, c].map((one) => one?.findings.length)).toEqual([1, 1, 0]);
    await worker.$transaction(check);
    const stored = await world.owner.documentFinding.findMany({ where: { documentId: { in: ids } } });
    expect(stored.map(({ foundAt }) => foundAt?.toISOString())).toEqual(
      Array.from({ length: 2 }, () => '2026-04-01T00:00:00.000Z'),
    );
  });
});

describe('in raw SQL', () => {
  test('no finding comes to a document afterwards, by any hand, and none is changed', async () => {
    const placement = await placed();
    const id = await loaded(placement.id, OTHER);
    const insert = (found: string) =>
      `INSERT INTO document_finding (document_id, code, severity, facts, found_at) VALUES ('${id}', 'COPIED_TEXT', 'flag', '{}', ${found})`;
    expect(await doersOf(world, actors, [insert('NULL')])).toEqual([]);
    expect(await doersOf(world, actors, [insert('now()')])).toEqual([]);
    await world.owner.$executeRawUnsafe(insert('now()'));
    expect(
      await doersOf(world, actors, [`UPDATE document_finding SET code = 'X' WHERE document_id = '${id}'`]),
    ).toEqual([]);
    expect(
      await doersOf(world, actors, [`DELETE FROM document_finding WHERE document_id = '${id}'`]),
    ).toEqual([]);
    await expect(world.owner.documentFinding.deleteMany({ where: { documentId: id } })).rejects.toThrow();
  });

  test('nothing comes to a document in the transaction in which somebody takes it, decides on it or takes it back', async () => {
    const id = await sent((await placed()).id, OTHER);
    const change = (set: string) => `UPDATE document SET ${set}, version = version + 1 WHERE id = '${id}'`;
    const event = (act: string) => `INSERT INTO document_event (id, document_id, act, person_id, role, at)
      VALUES ('${newId()}', '${id}', '${act}', app.person_id(), app.setting('role'), now())`;
    const everybody: Named = [...actors, ['sender', coach]];
    const finding = `INSERT INTO document_finding (document_id, code, severity, facts) VALUES ('${id}', 'ANOTHER', 'flag', '{}')`;
    const print = `INSERT INTO document_print (document_id, place, provider_id, grams)
      SELECT '${id}', '/more', '${world.office.provider.id}', '{1,2,3}'`;
    const taken = change(`status = 'inReview', taken_by_person_id = app.person_id(), taken_at = now()`);
    const withdrawn = change(`status = 'withdrawn'`);
    const able = (...statements: readonly string[]) => doersOf(world, everybody, statements);
    expect(await able(taken, event('taken'))).toContain('assess');
    expect(await able(withdrawn, event('withdrawn'))).toContain('sender');
    for (const added of [finding, print]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await able(added)).toEqual([]);
      // oxlint-disable-next-line no-await-in-loop
      expect(await able(taken, event('taken'), added)).toEqual([]);
      // oxlint-disable-next-line no-await-in-loop
      expect(await able(withdrawn, event('withdrawn'), added)).toEqual([]);
    }
  });

  test('prints are written for documents of one’s own sending alone, and checked in bulk by jobs alone', async () => {
    const id = await loaded((await placed()).id, TEXT);
    const print = `INSERT INTO document_print (document_id, place, provider_id, grams)
      SELECT '${id}', '/what', '${world.office.provider.id}', '{1,2,3}'`;
    expect(await doersOf(world, actors, [print])).toEqual([]);
    await expect(
      inTransaction(
        world.app,
        coach,
        async (tx) => await tx.$queryRaw`SELECT * FROM app.copies_among('{}', 800)`,
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
