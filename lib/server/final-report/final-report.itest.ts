import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { discardDocumentDraft, saveDocumentDraft } from '#lib/server/document/document-draft.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { documentPage } from '#lib/server/document/document-page.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { finalReportKind } from '#lib/server/final-report/final-report-kind.ts';
import {
  AFTER,
  buildFinalReports,
  type FinalReports,
  goodReport,
  type Switched,
} from '#lib/server/final-report/testing/final-reports.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';

let world: FinalReports;
let ended: Switched;

beforeAll(async () => {
  world = await buildFinalReports();
});
afterAll(() => world.close());
beforeEach(async () => {
  ended = await world.switched();
});

const by = (actor = world.coach, now = AFTER) => ({ actor, now });
const formOf = async (placementId: string, now = AFTER, replacesId: string | null = null) => {
  const asked = { placementId, replacesId, draftId: null, typed: null };
  const form = await world.read(documentForm(finalReportKind), asked, by(world.coach, now));
  if (!form.ok) throw new Error(form.error.code);
  return form.value;
};
const stored = (id: string) => world.owner.document.findUniqueOrThrow({ where: { id } });
const ownWork = {
  done: 'Han sökte själv två jobb om dagen på Platsbanken och skrev upp dem i ett block.',
  worked: 'Blocket gjorde att han såg hur många det blev varje vecka.',
  notWorked: 'Inga hinder. Han har egen dator och god vana att söka.',
};

describe('the form', () => {
  it('asks for what was done, with its minutes and days and what the plan wanted', async () => {
    const { facts, dueOn, refused } = await formOf(ended.before.id);
    expect(facts).toMatchObject({
      activities: [
        {
          activity: 'individualMeeting',
          minutes: 180,
          days: 3,
          first: '2026-03-30',
          last: '2026-05-06',
          forms: ['onSite'],
        },
        { activity: 'employerContacts', minutes: 180 },
      ],
      plan: { goal: 'Arbete inom lager' },
      switched: true,
    });
    // Last day Friday 8 May; Ascension Day is the 14th.
    expect([dueOn, refused]).toEqual(['2026-05-18', null]);
  });

  it('asks for no answers of activities where none took place', async () => {
    const placement = await buildPlacement(world.owner, { office: world.office, end: '2026-05-09' });
    const { facts } = await formOf(placement.id);
    expect(facts.activities).toEqual([]);
  });

  it('can be begun before the last day, kept, gone on with and thrown away, but not sent', async () => {
    const early = new Date('2026-05-04T09:00:00Z');
    const [placementId, draftId] = [ended.before.id, newId()];
    expect(await formOf(placementId, early)).toMatchObject({
      waits: true,
      refused: expect.stringContaining('8 maj'),
    });
    const draft = { placementId, draftId, content: { progress: 'Han har börjat' } };
    const values = { 'content.progress': 'Han har börjat' };
    expect((await world.run(saveDocumentDraft(finalReportKind), draft, by())).ok).toBe(true);
    expect(await world.send(placementId, {}, world.coach, early)).toMatchObject({
      ok: false,
      error: { problem: { code: 'notYet' } },
    });
    expect((await formOf(placementId)).draft).toMatchObject({ draftId, values, draftVersion: 1 });
    await world.sent(placementId, { draftId });
    expect(await world.owner.documentDraft.count({ where: { placementId } })).toBe(0);
    const other = { ...draft, placementId, draftId: newId() };
    await world.run(saveDocumentDraft(finalReportKind), other, by());
    const gone = { draftId: other.draftId };
    expect((await world.run(discardDocumentDraft(finalReportKind), gone, by())).ok).toBe(true);
  });
});

describe('sending', () => {
  it('names thin answers at their fields, with what helps, and stores nothing', async () => {
    const content = { ...goodReport(), progress: 'Allt har gått bra', activities: {} };
    expect(await world.send(ended.before.id, { content })).toMatchObject({
      ok: false,
      error: {
        problem: {
          errors: expect.arrayContaining([
            expect.objectContaining({ pointer: '/content/activities/individualMeeting/done' }),
            expect.objectContaining({
              pointer: '/content/progress',
              code: 'thinAnswer.phrase',
              fix: expect.stringContaining('Till exempel'),
            }),
          ]),
        },
      },
    });
    expect(await world.owner.document.count({ where: { placementId: ended.before.id } })).toBe(0);
  });

  it('happens once, however often it is pressed', async () => {
    const { contentHash } = await world.previewed(ended.before.id, goodReport());
    const input = { placementId: ended.before.id, content: goodReport(), confirmed: contentHash };
    const key = newId();
    const command = submitDocument(finalReportKind);
    const both = await Promise.all([1, 2].map(() => world.run(command, input, { ...by(), key })));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await world.owner.document.count({ where: { placementId: ended.before.id } })).toBe(1);
  });

  it('after the last day says so', async () => {
    const late = new Date('2026-06-01T09:00:00Z');
    await world.send(ended.before.id, {}, world.coach, late);
    const document = await world.owner.document.findFirstOrThrow({ where: { placementId: ended.before.id } });
    expect([
      document.dueOn?.toISOString().slice(0, 10),
      document.submittedOn.toISOString().slice(0, 10),
    ]).toEqual(['2026-05-18', '2026-06-01']);
  });

  it('is for the placement’s own office alone', async () => {
    const elsewhere = await world.staff('coach', world.otherOffice, [world.otherOffice]);
    for (const actor of [elsewhere, world.nextCoach])
      expect(await world.send(ended.before.id, {}, actor)).toMatchObject({
        ok: false,
        error: { problem: { code: 'notFound' } },
      });
    expect(await world.send(ended.before.id, {}, world.reviewer)).toMatchObject({ ok: false });
  });

  it('is for those named for it where the identity is protected', async () => {
    const participant = await buildParticipant(world.owner, { protected: true });
    const { id } = await buildPlacement(world.owner, {
      office: world.office,
      participant,
      end: '2026-05-09',
    });
    expect(await world.send(id)).toMatchObject({ ok: false, error: { problem: { code: 'notFound' } } });
  });
});

describe('review', () => {
  it('returns with reasons, is completed as a new version, and approves', async () => {
    const first = await world.sent(ended.before.id);
    expect((await world.decide(first, 'return')).ok).toBe(true);
    expect(await stored(first)).toMatchObject({ status: 'returned', desk: 'review' });
    const content = { ...goodReport(), activities: { ...goodReport().activities, ownWork } };
    const telling = {
      ...goodReport().activities['individualMeeting'],
      notWorked: 'Telefonmöten: han hör dåligt och missade hälften. Vi bytte till besök efter tre veckor.',
    };
    const completed = { ...content, activities: { ...content.activities, individualMeeting: telling } };
    const { version } = await stored(first);
    const second = await world.sent(ended.before.id, {
      content: completed,
      replacesId: first,
      replacesVersion: version,
    });
    expect(await stored(first)).toMatchObject({ status: 'superseded' });
    expect(await stored(second)).toMatchObject({ supersedesId: first, number: 2, status: 'submitted' });
    expect((await world.decide(second, 'approve')).ok).toBe(true);
    const page = await world.read(documentPage(finalReportKind), { documentId: second }, by(world.coach));
    expect(page.ok ? page.value.versions.map(({ status }) => status) : null).toEqual([
      'approved',
      'superseded',
    ]);
  });

  it('is nobody else’s, nor of what one sent oneself, nor of what somebody has changed since', async () => {
    const id = await world.sent(ended.before.id);
    expect(await world.decide(id, 'approve', world.caseworker)).toMatchObject({ ok: false });
    const reviewing = { actor: world.reviewer, now: AFTER };
    const seen = await world.seen(id);
    await world.run(documentSteps(finalReportKind).take, seen, reviewing);
    expect(await world.run(documentSteps(finalReportKind).handBack, seen, reviewing)).toMatchObject({
      ok: false,
      error: { problem: { code: 'conflict' } },
    });
  });

  it('can be forestalled: the report is taken back until somebody has begun', async () => {
    const id = await world.sent(ended.before.id);
    const { withdraw } = documentSteps(finalReportKind);
    expect((await world.run(withdraw, await world.seen(id), by())).ok).toBe(true);
    expect(await stored(id)).toMatchObject({ status: 'withdrawn' });
    // And another can be sent.
    await world.sent(ended.before.id);
  });
});
