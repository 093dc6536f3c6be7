import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { attestPreviewInput, monthGridInput } from '#lib/schemas/report.ts';
import { weekLogInput } from '#lib/schemas/activity-entry.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { weekLog } from '#lib/server/activity-entry/week-log.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask, type Query } from '#lib/server/command/query.ts';
import { newId } from '#lib/server/ids.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { monthPage } from '#lib/server/month/month-page.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { placementPlan } from '#lib/server/plan/placement-plan.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { reportsByMonth } from '#lib/server/report/reports-by-month.ts';
import { submitRows } from '#lib/server/report/submit-rows.ts';
import { withdrawReport } from '#lib/server/report/withdraw-report.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';

/**
 * The application's own wall, with row-level security out of the way: everything here runs as the database's owner,
 * whom no policy holds back. Those who may see the month see it, so that the others' nothing means something.
 */
const month = monthOf('2026-03');
const now = new Date('2026-04-02T08:00:00Z');
let world: World;
let placement: BuiltPlacement;
let hidden: BuiltPlacement;
let reportId: string;

beforeAll(async () => {
  world = await buildWorld();
  placement = await buildPlacement(world.owner, { office: world.office });
  await buildPlan(world.owner, { placement });
  const participant = await buildParticipant(world.owner, { protected: true });
  hidden = await buildPlacement(world.owner, { office: world.office, participant });
  const { provider } = world.office;
  const system = await buildApiClient(world.owner, { provider, attestor: await world.staff('signatory') });
  const sent = await run(submitRows, { rows: [row(placement)] }, system);
  if (!('reports' in sent)) throw new Error(JSON.stringify(sent));
  reportId = sent.reports[0]?.id ?? '';
});
afterAll(() => world.close());

const row = ({ reference }: BuiltPlacement) => ({
  implementation_reference: reference,
  month,
  activity: 'individualMeeting',
  form: 'onSite',
  minutes: 300,
});

async function run<Input, State, Change, Output>(
  command: Command<Input, State, Change, Output>,
  input: object,
  actor: Actor,
) {
  const result = await execute(command, input, {
    database: world.owner,
    actor,
    now,
    idempotencyKey: newId(),
  });
  return result.ok ? result.value : result.error.problem;
}

async function read<Input, Output>(query: Query<Input, Output>, input: Input, actor: Actor) {
  const result = await ask(query, input, { database: world.owner, actor, now });
  return result.ok ? result.value : result.error;
}

/** How many participants of the month each of the lists shows. */
async function shown(actor: Actor): Promise<readonly number[]> {
  const grid = await read(monthGrid, monthGridInput.parse({ month }), actor);
  const preview = await read(attestPreview, attestPreviewInput.parse({ month }), actor);
  const week = await read(weekLog, weekLogInput.parse({ weekFrom: '2026-03-09' }), actor);
  return [
    'rows' in grid ? grid.total : -1,
    'left' in preview ? preview.rows.length + preview.left.length + preview.lastMonth.reports : -1,
    'participants' in week ? week.total : -1,
  ];
}

test('who is of the office sees its participants, and not one with protected identity', async () => {
  // The one report is sent already: nothing is left to attest.
  expect(await shown(await world.staff('signatory', world.office, [world.office]))).toEqual([1, 0, 1]);
});

test('who is named for a protected participant sees them too', async () => {
  const named = await world.staff('signatory', world.office, [world.office]);
  await world.owner.protectedAccess.create({
    data: { personId: named.personId, participantId: hidden.participant.id },
  });
  expect(await shown(named)).toEqual([2, 1, 2]);
});

describe.each(['another office', 'another provider'] as const)('who is of %s', (whose) => {
  const stranger = async (role: 'coach' | 'signatory') =>
    whose === 'another office'
      ? await world.staff(role, world.office, [world.otherOffice])
      : await world.staff(role, world.elsewhere);

  test('sees nobody in any list', async () => {
    expect(await shown(await stranger('signatory'))).toEqual([0, 0, 0]);
  });

  test('finds no month, no plan, no report, and cannot write to any', async () => {
    const [coach, signatory] = [await stranger('coach'), await stranger('signatory')];
    const { id: placementId } = placement;
    const entry = { date: '2026-03-09', activity: 'mapping', form: 'onSite', minutes: 60 };
    const answers = [
      await read(monthPage, { month, placementId }, coach),
      await read(placementPlan, { placementId }, coach),
      await run(saveMonthDraft, { placementId, month, version: 0, rows: [] }, coach),
      await run(addEntries, { placementIds: [placementId], entries: [entry] }, coach),
      await run(withdrawReport, { reportId, version: 1 }, signatory),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 404 });
  });
});

test('a system reaches neither another provider’s participants nor a protected one', async () => {
  const own = await buildApiClient(world.owner, { provider: world.office.provider });
  expect(await run(submitRows, { rows: [row(hidden)] }, own)).toMatchObject({
    errors: [{ code: 'referenceUnknown' }],
  });
  const other = await buildApiClient(world.owner, { provider: world.elsewhere.provider });
  expect(await run(submitRows, { rows: [row(placement)] }, other)).toMatchObject({
    errors: [{ code: 'referenceUnknown' }],
  });
  expect(await read(reportsByMonth, { month }, other)).toMatchObject({ page: { reports: [] } });
  expect(await read(reportsByMonth, { month }, own)).toMatchObject({ page: { reports: [{ id: reportId }] } });
});
