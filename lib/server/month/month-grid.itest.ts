import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { MonthState } from '#lib/domain/report/month-state.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { monthPage } from '#lib/server/month/month-page.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { submitRows } from '#lib/server/report/submit-rows.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';

const month = monthOf('2026-03');
const now = new Date('2026-04-02T08:00:00Z');
let world: World;
let coach: ProviderActor;
let signatory: ProviderActor;
/** One participant in each state, by the name of the state. */
let placements: Readonly<Record<string, BuiltPlacement>>;

async function participant(familyName: string, coachPersonId?: string): Promise<BuiltPlacement> {
  const placement = await buildPlacement(world.owner, {
    office: world.office,
    participant: await buildParticipant(world.owner, { givenName: 'Ada', familyName }),
    ...(coachPersonId === undefined ? {} : { coachPersonId }),
  });
  await buildPlan(world.owner, { placement, activities: ['individualMeeting', 'ownWork', 'mapping'] });
  return placement;
}

async function save(placement: BuiltPlacement, rows: readonly object[]): Promise<void> {
  const input = { placementId: placement.id, month, version: 0, rows };
  const saved = await world.run(saveMonthDraft, input, { actor: coach, now });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}

const meeting = (minutes: number) => ({ activity: 'individualMeeting', form: 'onSite', minutes });

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
  signatory = await world.staff('signatory');
  const states: readonly MonthState[] = ['notStarted', 'blocked', 'warned', 'ready', 'submitted', 'returned'];
  placements = Object.fromEntries(
    await Promise.all(states.map(async (state) => [state, await participant(state)] as const)),
  );
  const { blocked, warned, ready, submitted, returned } = placements;
  if (!blocked || !warned || !ready || !submitted || !returned) throw new Error('A participant is missing');
  await save(blocked, [meeting(300), { activity: 'health', form: 'onSite', minutes: 60 }]);
  await save(warned, [meeting(60)]);
  const entry = { date: '2026-03-17', activity: 'individualMeeting', form: 'onSite', minutes: 300 };
  await world.run(addEntries, { placementIds: [ready.id], entries: [entry] }, { actor: coach, now });
  const system = await buildApiClient(world.owner, { provider: world.office.provider, attestor: signatory });
  const rows = [submitted, returned].map(({ reference }) => ({
    implementation_reference: reference,
    month,
    ...meeting(300),
  }));
  await world.run(submitRows, { rows }, { actor: system, now });
  await world.owner.report.updateMany({ where: { placementId: returned.id }, data: { status: 'returned' } });
}, 60_000);
afterAll(() => world.close());

async function grid(given: object = {}, actor = coach, at = now) {
  const input = monthGridInput.parse({ month, order: 'state', ...given });
  const result = await world.read(monthGrid, input, { actor, now: at });
  return result.ok ? result.value : null;
}

const statesIn = (shown: Awaited<ReturnType<typeof grid>>) => shown?.rows.map(({ row }) => row.state);

describe('the month', () => {
  test('has a row for each participant with its state, what is missing and why, and kronor', async () => {
    const shown = await grid();
    const rows = new Map(shown?.rows.map(({ row }) => [row.state, row]));
    expect([...rows.keys()].toSorted()).toEqual(Object.keys(placements).toSorted());
    expect(rows.get('notStarted')).toMatchObject({
      sendable: false,
      amountOre: 0,
      remarks: [{ code: 'REPORT_EMPTY' }],
    });
    expect(rows.get('blocked')).toMatchObject({
      sendable: false,
      remarks: [
        {
          code: 'ACTIVITY_NOT_PLANNED',
          message: 'Hälsofrämjande aktiviteter står inte i deltagarens planering.',
        },
      ],
    });
    expect(rows.get('warned')).toMatchObject({
      sendable: true,
      remarks: [{ code: 'BELOW_MINIMUM', severity: 'flag' }],
    });
    expect(rows.get('ready')).toMatchObject({
      sendable: true,
      source: 'log',
      remarks: [],
      amountOre: 143_000,
      onSitePermille: 1000,
    });
    expect(rows.get('submitted')).toMatchObject({
      sendable: false,
      report: { status: 'submitted' },
      amountOre: 143_000,
    });
    expect(rows.get('returned')).toMatchObject({
      sendable: false,
      source: 'report',
      minutes: { support: 300 },
    });
  });

  test('has sums over all, and says how many are in each state', async () => {
    expect(await grid()).toMatchObject({
      dueOn: '2026-04-10',
      total: 6,
      counts: { notStarted: 1, blocked: 1, warned: 1, ready: 1, submitted: 1, returned: 1, approved: 0 },
      // Sent 1 430 kr; ready and warned 2 × 1 430 kr
      sums: { participants: 6, sendable: 2, sendableOre: 286_000, sentOre: 143_000 },
    });
  });

  test('has first what needs a person, and is filtered by state, name, reference and coach', async () => {
    expect(statesIn(await grid())).toEqual([
      'blocked',
      'returned',
      'warned',
      'notStarted',
      'ready',
      'submitted',
    ]);
    expect(statesIn(await grid({ state: 'sendable' }))).toEqual(['warned', 'ready']);
    expect(statesIn(await grid({ state: 'blocked' }))).toEqual(['blocked']);
    expect(statesIn(await grid({ q: 'ada RET' }))).toEqual(['returned']);
    expect(statesIn(await grid({ q: placements['ready']?.reference }))).toEqual(['ready']);
    expect(statesIn(await grid({ mine: '1' }))).toEqual([]);
    expect(statesIn(await grid({ page: '2' }))).toEqual([]);
  });

  test('goes by name where nothing else is asked for, so that a block that is pasted meets the same rows', async () => {
    const shown = await grid({ order: 'name' });
    const names = shown?.rows.map(({ row }) => row.participantName) ?? [];
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'sv')));
    expect(shown?.order).toEqual(shown?.rows.map(({ row }) => row.placementId));
  });

  test('has a column for what is planned, logged or filled in, and for what is added', async () => {
    const columns = ['individualMeeting:onSite', 'ownWork:none', 'mapping:onSite', 'health:onSite'];
    expect((await grid())?.columns).toEqual(columns);
    expect((await grid({ add: 'information:video,mapping:phone' }))?.columns).toEqual([
      'individualMeeting:onSite',
      'ownWork:none',
      'information:video',
      'mapping:onSite',
      'mapping:phone',
      'health:onSite',
    ]);
    // Blocked 300 + 60, warned 60, ready 300, submitted and returned 300 each.
    expect((await grid())?.totals).toMatchObject({
      participants: 6,
      minutesByColumn: { 'individualMeeting:onSite': 1260, 'health:onSite': 60 },
    });
  });

  test('gives the rows that are named, whatever state is asked for, each with what it takes to judge it', async () => {
    const named = [placements['ready']?.id, placements['submitted']?.id].join(',');
    const shown = await grid({ state: 'blocked', ids: named });
    const rows = new Map(shown?.rows.map((row) => [row.row.state, row]));
    expect(rows.get('ready')).toMatchObject({
      isOpen: true,
      typed: { 'individualMeeting:onSite': '5:00' },
      log: { 'individualMeeting:onSite': '5:00' },
      facts: { plannedActivities: ['individualMeeting', 'ownWork', 'mapping'] },
    });
    expect(rows.get('submitted')).toMatchObject({ isOpen: false, log: {} });
    expect(rows.get('ready')?.payDay).toBe(rows.get('submitted')?.payDay);
  });

  test('while it goes on, what is there is a draft and nothing is missing yet', async () => {
    const at = new Date('2026-03-20T08:00:00Z');
    const rows = new Map((await grid({}, coach, at))?.rows.map(({ row }) => [row.participantName, row]));
    expect(rows.get('Ada warned')).toMatchObject({ state: 'draft', remarks: [{ code: 'MONTH_OPEN' }] });
    expect(rows.get('Ada notStarted')).toMatchObject({
      state: 'notStarted',
      remarks: [{ code: 'MONTH_OPEN' }],
    });
  });

  test('is late after the due day, which is told but holds nothing against what is in order', async () => {
    const at = new Date('2026-04-11T08:00:00Z');
    const ready = (await grid({ q: 'ready' }, coach, at))?.rows[0]?.row;
    expect(ready).toMatchObject({ state: 'ready', remarks: [{ code: 'LATE' }] });
  });

  test('is the office’s own: nothing of it is seen from another office, another provider, another role', async () => {
    expect(statesIn(await grid({}, await world.staff('coach', world.office, [world.otherOffice])))).toEqual(
      [],
    );
    expect(statesIn(await grid({}, await world.staff('signatory', world.elsewhere)))).toEqual([]);
    expect(await grid({}, await world.staff('providerAdmin'))).toBeNull();
  });

  test('leaves an entry in the log for each whose data was shown', async () => {
    await grid({ state: 'ready' });
    const entry = await world.owner.auditEntry.findFirst({
      where: { action: 'month.grid' },
      orderBy: { id: 'desc' },
    });
    expect(entry).toMatchObject({ outcome: 'read', participantIds: [placements['ready']?.participant.id] });
  });
});

describe('one participant’s month', () => {
  test('has plan, log, draft and what was reported before beside it', async () => {
    const placementId = placements['ready']?.id ?? '';
    const result = await world.read(monthPage, { month, placementId }, { actor: coach, now });
    expect(result).toMatchObject({
      value: {
        opensOn: '2026-04-01',
        dueOn: '2026-04-10',
        planned: ['individualMeeting', 'ownWork', 'mapping'],
        fromLog: { rows: [{ activity: 'individualMeeting', minutes: 300 }] },
        entries: [{ date: '2026-03-17' }],
        lastMonth: null,
        decision: null,
      },
    });
    const elsewhere = await world.staff('signatory', world.elsewhere);
    expect(await world.read(monthPage, { month, placementId }, { actor: elsewhere, now })).toMatchObject({
      error: { status: 404 },
    });
  });

  test('shows last month’s report as something to begin from', async () => {
    const placementId = placements['submitted']?.id ?? '';
    const result = await world.read(
      monthPage,
      { month: monthOf('2026-04'), placementId },
      { actor: coach, now },
    );
    expect(result).toMatchObject({
      value: { lastMonth: { month: '2026-03', content: { rows: [{ minutes: 300 }] } } },
    });
  });
});
