import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ClientActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { reportsByMonth } from '#lib/server/report/reports-by-month.ts';
import { checkRows, submitRows } from '#lib/server/report/submit-rows.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';

const now = new Date('2026-04-02T08:00:00Z');
let world: World;
let signatory: ProviderActor;
let attested: ClientActor;
let unattested: ClientActor;
let first: BuiltPlacement;
let second: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  const { provider } = world.office;
  signatory = await world.staff('signatory');
  attested = await buildApiClient(world.owner, { provider, attestor: signatory });
  unattested = await buildApiClient(world.owner, { provider });
});
afterAll(() => world.close());
beforeEach(async () => {
  [first, second] = await Promise.all([
    buildPlacement(world.owner, { office: world.office, periods: 2 }),
    buildPlacement(world.owner, { office: world.otherOffice }),
  ]);
  await Promise.all([first, second].map((placement) => buildPlan(world.owner, { placement })));
});

const row = (placement: BuiltPlacement, change: object = {}) => ({
  implementation_reference: placement.reference,
  month: '2026-03',
  activity: 'individualMeeting',
  form: 'onSite',
  minutes: 300,
  language_support: null,
  job_suggestions: 2,
  ...change,
});

async function submit(rows: readonly unknown[], actor = attested, key?: string) {
  const result = await world.run(submitRows, { rows }, { actor, now, ...(key === undefined ? {} : { key }) });
  return result.ok ? result.value : result.error.problem;
}

const reportsOf = (placement: BuiltPlacement) =>
  world.owner.report.findMany({
    where: { placementId: placement.id },
    include: { rows: true, attestation: true },
  });

const codes = async (change: object) => {
  const answer = await submit([row(first, change)]);
  return answer.errors.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('rows from a provider’s system', () => {
  test('with a standing signature are submitted, one signature over the month', async () => {
    const answer = await submit([
      row(first),
      row(first, { activity: 'mapping', minutes: '45' }),
      row(second),
    ]);
    expect(answer).toMatchObject({
      received: 3,
      errors: [],
      reports: [
        {
          implementationReference: first.reference,
          month: '2026-03',
          status: 'submitted',
          amountOre: 143_000,
          // The system keeps the log: nothing here has a day.
          notAssessed: {
            checks: ['IMPOSSIBLE_TIME', 'MEETING_INTERVAL'],
            message: expect.stringContaining('går det inte att bedöma'),
          },
        },
        { implementationReference: second.reference, status: 'submitted' },
      ],
    });
    const [[report], [other]] = await Promise.all([reportsOf(first), reportsOf(second)]);
    expect(report).toMatchObject({
      source: 'api',
      apiClientId: attested.apiClientId,
      submittedByPersonId: null,
      jobSuggestions: 2,
      attestation: { personId: signatory.personId, standing: true, reportCount: 2, amountOre: 286_000n },
    });
    expect(other?.attestationId).toBe(report?.attestationId);
  });

  test('without one wait as drafts that a signatory can attest', async () => {
    expect(await submit([row(first)], unattested)).toMatchObject({
      reports: [{ status: 'draft', id: null }],
    });
    expect(await reportsOf(first)).toEqual([]);
    const shown = await world.read(
      attestPreview,
      { month: monthOf('2026-03'), office: '' },
      { actor: signatory, now },
    );
    expect(shown.ok && shown.value.rows.map(({ placementId }) => placementId)).toContain(first.id);
    // Sent again with other content, it takes the place of the first.
    await submit([row(first, { minutes: 315 })], unattested);
    const [draft] = await world.owner.monthDraft.findMany({ where: { placementId: first.id } });
    expect(draft).toMatchObject({ version: 2, source: 'api', content: { rows: [{ minutes: 315 }] } });
  });

  test('do not overwrite what a person has filled in', async () => {
    const input = {
      placementId: first.id,
      month: '2026-03',
      version: 0,
      rows: [row(first, { minutes: 330 })],
    };
    await world.run(saveMonthDraft, input, { actor: signatory, now });
    expect(await submit([row(first)], unattested)).toMatchObject({ errors: [{ code: 'DRAFT_EXISTS' }] });
    // A signed report is more than a draft.
    expect(await submit([row(first)])).toMatchObject({ reports: [{ status: 'submitted' }] });
    expect(await world.owner.monthDraft.count({ where: { placementId: first.id } })).toBe(0);
  });

  test('go in by report: a wrong one is left out whole with its faults, the others are taken', async () => {
    const answer = await submit([
      row(first),
      row(first, { activity: 'mapping', minutes: 20 }),
      row(second),
      row(second, { implementation_reference: '123456789' }),
    ]);
    expect(answer).toMatchObject({
      received: 4,
      reports: [{ implementationReference: second.reference }],
      errors: [
        { pointer: '/rows/1/minutes', column: 'minutes', code: 'minutesStep' },
        { pointer: '/rows/3/implementation_reference', code: 'referenceUnknown' },
      ],
    });
    expect(await reportsOf(first)).toEqual([]);
  });

  test('that are all wrong are a problem document with every fault', async () => {
    expect(await submit([row(first, { minutes: 20 }), row(second, { month: '2026-13' })])).toMatchObject({
      status: 422,
      code: 'invalidInput',
      errors: [{ pointer: '/rows/0/minutes' }, { pointer: '/rows/1/month', code: 'monthFormat' }],
    });
    expect(await submit([])).toMatchObject({ status: 422, errors: [{ pointer: '/rows' }] });
  });

  test('get the same checks as any other report', async () => {
    expect(await codes({ month: '2026-04' })).toEqual(['/rows/0/month MONTH_OPEN']);
    expect(await codes({ month: '2025-12' })).toEqual([
      '/rows/0/month OUTSIDE_PLACEMENT',
      '/rows/0/activity PLAN_MISSING',
    ]);
    expect(await codes({ minutes: 14_985 })).toEqual(['/rows/0/minutes IMPOSSIBLE_TIME']);
  });

  test('are found by either reference of a placement, and are one report', async () => {
    const later = { implementation_reference: first.references[1], activity: 'mapping' };
    expect(await submit([row(first), row(first, later)])).toMatchObject({ reports: [{}], errors: [] });
    const [report] = await reportsOf(first);
    expect(report?.rows).toHaveLength(2);
  });

  test('sent again with another key say that nothing is new, or that the report is another', async () => {
    await submit([row(first)]);
    expect(await submit([row(first), row(second)])).toMatchObject({
      reports: [
        { implementationReference: second.reference },
        { implementationReference: first.reference, amountOre: null },
      ],
      errors: [],
    });
    expect(await submit([row(first, { minutes: 315 })])).toMatchObject({
      errors: [{ code: 'DUPLICATE_REPORT' }],
    });
    expect(await reportsOf(first)).toHaveLength(1);
  });

  test('sent twice with one key, at the same time, have one effect and one answer', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => submit([row(first)], attested, `same-${first.id}`)),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await reportsOf(first)).toHaveLength(1);
    expect(await submit([row(second)], attested, `same-${first.id}`)).toMatchObject({
      code: 'idempotencyKeyReused',
    });
  });

  test('of many participants sent by two systems at once end as one report each', async () => {
    const rows = [row(first), row(second)];
    await Promise.all([submit(rows), submit(rows.toReversed())]);
    expect(await reportsOf(first)).toHaveLength(1);
    expect(await reportsOf(second)).toHaveLength(1);
  });

  test('are refused beyond ten thousand', async () => {
    const rows = Array.from({ length: 10_001 }, () => row(first));
    expect(await submit(rows)).toMatchObject({ status: 413, errors: [{ code: 'tooManyRows' }] });
  });

  test('of another provider, of a protected participant, or without the scope lead nowhere', async () => {
    const elsewhere = await buildPlacement(world.owner, { office: world.elsewhere });
    const participant = await buildParticipant(world.owner, { protected: true });
    const hidden = await buildPlacement(world.owner, { office: world.office, participant });
    expect(await submit([row(elsewhere), row(hidden)])).toMatchObject({
      errors: [{ code: 'referenceUnknown' }, { code: 'referenceUnknown' }],
    });
    const reader = await buildApiClient(world.owner, {
      provider: world.office.provider,
      scopes: ['reports.read'],
    });
    expect(await submit([row(first)], reader)).toMatchObject({ status: 403 });
  });
});

describe('a dry run', () => {
  test('answers the same and stores nothing', async () => {
    const rows = [row(first), row(second, { minutes: 20 })];
    const dry = await world.read(checkRows, { rows }, { actor: attested, now });
    expect(await reportsOf(first)).toEqual([]);
    const real = await submit(rows);
    expect(dry).toMatchObject({
      ok: true,
      value: { received: 2, errors: real.errors, reports: [{ id: null }] },
    });
  });
});

describe('reading the month back', () => {
  test('gives the provider’s own reports with their rows, and nobody else’s', async () => {
    await submit([row(first)]);
    const month = monthOf('2026-03');
    const own = await world.read(reportsByMonth, { month }, { actor: attested, now });
    const mine = own.ok ? own.value.page.reports : [];
    expect(
      mine.find(({ implementationReference }) => implementationReference === first.reference),
    ).toMatchObject({
      status: 'submitted',
      jobSuggestions: 2,
      amountOre: 143_000,
      rows: [{ activity: 'individualMeeting', form: 'onSite', minutes: 300 }],
    });
    const other = await buildApiClient(world.owner, { provider: world.elsewhere.provider });
    expect(await world.read(reportsByMonth, { month }, { actor: other, now })).toMatchObject({
      value: { page: { reports: [], nextCursor: null } },
    });
    const after = mine.at(-1)?.id ?? '';
    expect(
      await world.read(reportsByMonth, { month, cursor: after }, { actor: attested, now }),
    ).toMatchObject({
      value: { page: { reports: [] } },
    });
  });
});
