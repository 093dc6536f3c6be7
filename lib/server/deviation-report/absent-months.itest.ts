import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { judgeRow } from '#lib/domain/month-grid/live-row.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { weekLog } from '#lib/server/activity-entry/week-log.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { submitRows } from '#lib/server/report/submit-rows.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const month = monthOf('2026-03');
const onTheDay = new Date('2026-03-18T10:00:00Z');
const now = new Date('2026-04-01T08:00:00Z');

let world: World;
let coach: ProviderActor;
let signatory: ProviderActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
  signatory = await world.staff('signatory');
});
afterAll(() => world.close());
beforeEach(async () => {
  placement = await buildPlacement(world.owner, { office: world.office });
  await buildPlan(world.owner, { placement });
});

async function log(date: string): Promise<void> {
  const entry = {
    date,
    activity: 'individualMeeting',
    form: 'onSite',
    minutes: 300,
    language: null,
    note: '',
  };
  const input = { placementIds: [placement.id], entries: [entry] };
  expect(await world.run(addEntries, input, { actor: coach, now: onTheDay })).toMatchObject({ ok: true });
}

/** Away on 16–18 March 2026, the whole time unless it is said otherwise. */
async function absent(given: object = {}): Promise<string> {
  const content = {
    cause: 'sick',
    from: '2026-03-16',
    through: '2026-03-18',
    expected: '6 tim',
    absent: '6 tim',
    keepLogged: 'on',
    ...given,
  };
  const asked = {
    placementId: placement.id,
    replacesId: null,
    draftId: null,
    typed: deviationReportKind.typed.parse(content),
  };
  const at = { actor: signatory, now: onTheDay };
  const form = await world.read(documentForm(deviationReportKind), asked, at);
  const confirmed = form.ok ? form.value.preview?.contentHash : '';
  const sent = await world.run(
    submitDocument(deviationReportKind),
    { placementId: placement.id, content, confirmed },
    at,
  );
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  return sent.value.documentId;
}

async function gridRow() {
  const grid = await world.read(monthGrid, monthGridInput.parse({ month, q: placement.reference }), {
    actor: signatory,
    now,
  });
  const row = grid.ok ? grid.value.rows.find((one) => one.row.placementId === placement.id) : undefined;
  if (!grid.ok || row === undefined) throw new Error('The row is missing');
  const live = judgeRow(row, row.typed, {
    terms: grid.value.terms,
    today: plainDate('2026-04-01'),
    locale: 'sv',
  });
  return { kept: row.row, live };
}
const holds = (remarks: readonly { readonly code: string; readonly severity: string }[]) =>
  remarks.filter(({ code }) => code === 'ABSENT_BUT_ACTIVE').map(({ severity }) => severity);

const findingsOf = async () =>
  (await world.owner.checkFinding.findMany({ where: { report: { placementId: placement.id } } })).map(
    ({ code, severity, facts }) => ({ code, severity, facts }),
  );
const HELD = {
  code: 'ABSENT_BUT_ACTIVE',
  severity: 'hold',
  facts: { first: '2026-03-17', days: 1, minutes: 300 },
};

it('entries on a day of whole absence are pointed out in the grid, on the server and while somebody types', async () => {
  await log('2026-03-17');
  expect(holds((await gridRow()).kept.remarks)).toEqual([]);
  const id = await absent();
  const { kept, live } = await gridRow();
  expect(holds(kept.remarks)).toEqual(['hold']);
  expect(live.remarks).toEqual(kept.remarks);
  const input = { documentId: id, version: 1 };
  await world.run(documentSteps(deviationReportKind).withdraw, input, { actor: signatory, now });
  expect(holds((await gridRow()).kept.remarks)).toEqual([]);
});

it('a part of the time away, or entries on other days, are not', async () => {
  await log('2026-03-17');
  await absent({ absent: '1 tim' });
  await absent({ cause: 'careOfChild', from: '2026-03-13', through: '', expected: '2 tim', absent: '2 tim' });
  expect(holds((await gridRow()).kept.remarks)).toEqual([]);
});

it('they go with the report when it is attested, and a person looks at it', async () => {
  await log('2026-03-17');
  await absent();
  const at = { actor: signatory, now };
  const shown = await world.read(attestPreview, { month, office: '', placementIds: [placement.id] }, at);
  if (!shown.ok || shown.value.contentHash === null) throw new Error('There is nothing to attest');
  const { rows, contentHash } = shown.value;
  await buildStepUp(world.owner, {
    sessionId: signatory.sessionId,
    purpose: 'attestReports',
    contentHash,
    at: now,
  });
  const reports = rows.map(({ placementId, draftVersion }) => ({ placementId, draftVersion }));
  const attested = await world.run(attestReports, { month, reports, contentHash, onHonour: true }, at);
  expect(attested).toMatchObject({ ok: true });
  expect(await findingsOf()).toContainEqual(HELD);
});

it('and when it comes from the provider’s own system', async () => {
  await log('2026-03-17');
  await absent();
  const system = await buildApiClient(world.owner, { provider: world.office.provider, attestor: signatory });
  const row = {
    implementation_reference: placement.reference,
    month,
    activity: 'individualMeeting',
    form: 'onSite',
    minutes: '300',
    language_support: '',
    job_suggestions: '0',
    reason: '',
  };
  expect(await world.run(submitRows, { rows: [row] }, { actor: system, now })).toMatchObject({ ok: true });
  expect(await findingsOf()).toContainEqual(HELD);
});

it('without a log nothing is said: there are no dates to hold against each other', async () => {
  await absent();
  const { kept } = await gridRow();
  expect(holds(kept.remarks)).toEqual([]);
});

it('a month with nothing in it is proposed the cause of its absence as its reason', async () => {
  await absent();
  const { kept } = await gridRow();
  expect(kept.remarks).toMatchObject([
    { code: 'REPORT_EMPTY', fix: expect.stringContaining('oftast ”sjuk”') },
  ]);
});

it('the log tells who is reported absent', async () => {
  const documentId = await absent();
  const input = {
    weekFrom: plainDate('2026-03-18'),
    mine: '' as const,
    q: '',
    page: 1,
    placementId: placement.id,
  };
  expect(await world.read(weekLog, input, { actor: signatory, now: onTheDay })).toMatchObject({
    value: {
      participants: [
        {
          absences: [
            {
              documentId,
              cause: 'sick',
              from: '2026-03-16',
              to: '2026-03-19',
              expectedMinutes: 360,
              absentMinutes: 360,
            },
          ],
        },
      ],
    },
  });
});
