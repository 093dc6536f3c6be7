import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import { openPortal } from '../docs/example-client/portal-client.ts';
import type { Row } from '../docs/example-client/portal-types.ts';
import { addOffice, type AddedOffice } from './actions/add-office.ts';
import { expectSaved, paste } from './actions/fill-grid.ts';
import { pickPerson } from './actions/log-in.ts';
import { cell, FIRST_CELL, lastMonth, openMonth } from './actions/open-month.ts';
import { changeRows, rowsOf } from './database.ts';
import { type StartedPortal, startDemo } from './portal.ts';
import { expect, test } from './portal-test.ts';

const PORT = String(Number(process.env['E2E_PORT']) + 300);
const SIGNATORY = /^Birgitta Nyström/;
const PARTICIPANTS = 200;

/** The columns of minutes as the grid of an empty month shows them: every activity of the plan. */
const ACTIVITIES = [
  'individualMeeting',
  'ownWork',
  'practicalSupport',
  'employerContacts',
  'careerGuidance',
  'information',
  'mapping',
  'languageSkills',
  'otherActor',
  'motivationalTalks',
  'digitalSkills',
  'health',
  'shortTraining',
] as const;

type Month = {
  /** Minutes by activity; null where nothing was done. */
  readonly minutes: readonly (number | null)[];
  readonly jobSuggestions: number;
  readonly language: string;
  readonly reason: string;
};

/** What the nth participant did; every tenth took part in nothing. */
function monthOfNth(n: number): Month {
  if (n % 10 === 9) {
    return { minutes: ACTIVITIES.map(() => null), jobSuggestions: n % 3, language: '', reason: 'sick' };
  }
  return {
    minutes: ACTIVITIES.map((_, at) =>
      at > 0 && (n + at) % 3 === 0 ? null : 15 * (1 + ((n * 7 + at * 3) % 20)),
    ),
    jobSuggestions: n % 4,
    language: n % 5 === 0 ? 'ar' : '',
    reason: '',
  };
}

const MONTHS = Array.from({ length: PARTICIPANTS }, (_, n) => monthOfNth(n));

/** The month as rows of reports, for a file and for the API. */
function rowsFor({ references }: AddedOffice): readonly Row[] {
  return MONTHS.flatMap((month, n) => rowsOfMonth(month, references[n] ?? ''));
}

function rowsOfMonth({ minutes, jobSuggestions, language, reason }: Month, reference: string): Row[] {
  const whole = {
    implementation_reference: reference,
    month: lastMonth(),
    job_suggestions: jobSuggestions,
    language_support: language === '' ? null : language,
  };
  if (reason !== '') return [{ ...whole, activity: 'none', minutes: 0, reason }];
  return ACTIVITIES.flatMap((activity, at): Row[] => {
    const given = minutes[at] ?? null;
    const form = activity === 'ownWork' ? null : 'onSite';
    return given === null ? [] : [{ ...whole, activity, form, minutes: given }];
  });
}

let portal: StartedPortal;
const offices: AddedOffice[] = [];

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.use({ baseURL: `http://localhost:${PORT}`, permissions: ['clipboard-read', 'clipboard-write'] });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startDemo(PORT);
  for (const [at, name] of ['Klistrat', 'Uppladdat', 'System'].entries()) {
    offices.push(
      await addOffice({
        folder: portal.folder,
        familyName: 'Nyström',
        name,
        participants: PARTICIPANTS,
        firstReference: 830_000_000 + at * 1_000_000,
        month: lastMonth(),
      }),
    );
  }
});
test.afterAll(async () => await portal.stop());

function office(at: number): AddedOffice {
  const found = offices[at];
  if (found === undefined) throw new Error(`There is no office ${at}`);
  return found;
}

async function attestAll(page: Page, { id }: AddedOffice): Promise<void> {
  await page.goto(`/provider/months/${lastMonth()}/attest?office=${id}`);
  await page.getByRole('checkbox', { name: /på heder och samvete/ }).check();
  // Whoever signs 200 reports has read them first, which takes longer than a test may.
  await changeRows(`UPDATE attest_shown SET shown_at = shown_at - interval '1 hour'`, portal.folder);
  await page.getByRole('button', { name: 'Intyga och skicka' }).click();
  await pickPerson(page, SIGNATORY);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/intygade och skickade$/, {
    timeout: 60_000,
  });
}

/** What is stored of an office's month, participant by participant. */
async function stored({ id }: AddedOffice) {
  return await rowsOf(
    `SELECT row_number() OVER (ORDER BY s.implementation_reference)::int AS n, r.number, r.status, r.language_support, r.job_suggestions,
        r.no_activity_reason, r.amount_ore::text, r.risk, r.holds, r.decide_by::text,
        (SELECT json_agg(json_build_array(w.activity, w.form, w.minutes) ORDER BY w.activity, w.form) FROM report_row w WHERE w.report_id = r.id) AS rows,
        (SELECT json_agg(json_build_array(f.code, f.severity, f.facts) ORDER BY f.code) FROM check_finding f WHERE f.report_id = r.id) AS findings
      FROM report r JOIN service_period s ON s.placement_id = r.placement_id WHERE r.office_id = $1 ORDER BY 1`,
    [id],
    portal.folder,
  );
}

test('the month of 200 participants pasted, uploaded and sent by a system is the same, row by row', async ({
  page,
}) => {
  const [pasted, uploaded, sent] = [office(0), office(1), office(2)];

  await openMonth(page, SIGNATORY, pasted);
  await cell(page, FIRST_CELL).focus();
  const block = MONTHS.map(({ minutes, jobSuggestions, language, reason }) =>
    [...minutes.map((given) => given ?? ''), jobSuggestions, language, reason].join('\t'),
  );
  await paste(page, `${block.join('\r\n')}\r\n`);
  await expect(page.getByText('200 rader × 16 kolumner inklistrade.')).toBeVisible({ timeout: 20_000 });
  await expectSaved(page);
  await attestAll(page, pasted);

  const columns = [
    'implementation_reference',
    'month',
    'activity',
    'form',
    'minutes',
    'language_support',
    'job_suggestions',
    'reason',
  ] as const;
  const lines = rowsFor(uploaded).map((row) => columns.map((column) => String(row[column] ?? '')).join(';'));
  await page.goto(`/provider/months/${lastMonth()}/upload`);
  await page.getByLabel('Fil', { exact: true }).setInputFiles({
    name: 'månaden.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([columns.join(';'), ...lines].join('\r\n')),
  });
  await page.getByRole('button', { name: 'Ladda upp och kontrollera' }).click();
  await expect(page.getByText(/^200 rapporter är rätt/)).toBeVisible({ timeout: 60_000 });
  await attestAll(page, uploaded);

  const { apiClient } = JSON.parse(readFileSync(join(portal.folder, 'demo.json'), 'utf8')) as {
    apiClient: { clientId: string; clientSecret: string };
  };
  const system = openPortal({ url: `http://localhost:${PORT}`, ...apiClient });
  const answer = await system.submit(rowsFor(sent), 'three-ways');
  expect(answer.faults).toEqual([]);
  if (answer.reports.some(({ status }) => status === 'draft')) await attestAll(page, sent);

  const bySystem = await stored(sent);
  expect(bySystem).toHaveLength(PARTICIPANTS);
  expect(await stored(pasted)).toEqual(bySystem);
  expect(await stored(uploaded)).toEqual(bySystem);
});
