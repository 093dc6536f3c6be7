import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { saveDocumentDraft } from '#lib/server/document/document-draft.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { finalReportKind } from '#lib/server/final-report/final-report-kind.ts';
import { judgeFinalReport } from '#lib/server/final-report/judge-final-report.ts';
import {
  AFTER,
  buildFinalReports,
  type FinalReports,
  type Switched,
} from '#lib/server/final-report/testing/final-reports.ts';
import { newId } from '#lib/server/ids.ts';
import { qualityOverview } from '#lib/server/quality/quality-overview.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { todoList } from '#lib/server/todo/todo-list.ts';

let world: FinalReports;
let from: Switched;

beforeAll(async () => {
  world = await buildFinalReports();
});
afterAll(() => world.close());
beforeEach(async () => {
  // Each test counts what there is: nothing of the one before may be left to do.
  await world.owner.placement.updateMany({ data: { cancelledAt: AFTER } });
  from = await world.switched();
});

async function toDo(now = AFTER, actor = world.coach) {
  const todo = await world.read(todoList, { mine: false }, { actor, now });
  if (!todo.ok) throw new Error(todo.error.code);
  return todo.value.items.filter(({ kind }) => kind === 'finalReport');
}
async function standing(now = AFTER) {
  const overview = await world.read(qualityOverview, {}, { actor: world.coach, now });
  const office = overview.ok
    ? overview.value.offices.find(({ officeId }) => officeId === world.office.id)
    : undefined;
  return [office?.finalReport.because.code, office?.planable.because.code];
}

it('is to do by its day from the last day on, until it is sent, and again when it is taken back', async () => {
  expect(await toDo(new Date('2026-05-07T09:00:00Z'))).toEqual([]);
  expect(await toDo(new Date('2026-05-08T09:00:00Z'))).toMatchObject([
    { placementId: from.before.id, dueOn: '2026-05-18', begun: false },
  ]);
  const draft = { placementId: from.before.id, draftId: newId(), content: { progress: 'Börjat' } };
  await world.run(saveDocumentDraft(finalReportKind), draft, { actor: world.coach, now: AFTER });
  expect(await toDo()).toMatchObject([{ begun: true }]);
  const id = await world.sent(from.before.id);
  expect(await toDo()).toEqual([]);
  const { withdraw } = documentSteps(finalReportKind);
  await world.run(withdraw, await world.seen(id), { actor: world.coach, now: AFTER });
  expect(await toDo()).toHaveLength(1);
});

it('is nobody else’s to do, and not of placements that ended before it was asked for', async () => {
  expect(await toDo(AFTER, await world.staff('coach', world.otherOffice, [world.otherOffice]))).toEqual([]);
  expect(await toDo(new Date('2026-09-01T09:00:00Z'))).toEqual([]);
});

it('shows in the office’s own quality: due soon, missing, late, in time', async () => {
  expect(await standing()).toEqual(['FINAL_REPORTS_NONE', 'PLANABLE_UNKNOWN']);
  expect(await standing(new Date('2026-05-15T09:00:00Z'))).toEqual([
    'FINAL_REPORTS_SOON',
    'PLANABLE_UNKNOWN',
  ]);
  expect(await standing(new Date('2026-05-19T09:00:00Z'))).toEqual([
    'FINAL_REPORTS_MISSING',
    'PLANABLE_UNKNOWN',
  ]);
  await world.send(from.before.id, {}, world.coach, new Date('2026-05-19T09:00:00Z'));
  expect(await standing(new Date('2026-05-20T09:00:00Z'))).toEqual([
    'FINAL_REPORTS_LATE',
    'PLANABLE_UNKNOWN',
  ]);
});

it('that five caseworkers could plan from counts for the office that wrote it', async () => {
  const id = await world.sent(from.before.id);
  await world.decide(id, 'approve');
  for (const verdict of ['yes', 'yes', 'yes', 'partly', 'no']) {
    const actor = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'decide' });
    const missing = 'Vilka tider som går att arbeta.';
    await world.run(judgeFinalReport, { documentId: id, verdict, missing }, { actor, now: AFTER });
  }
  expect(await standing()).toEqual(['FINAL_REPORTS_SENT', 'PLANABLE_LOW']);
});
