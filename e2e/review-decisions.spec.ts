import type { Locator, Page } from '@playwright/test';
import type { ByKeyboard } from './actions/by-keyboard.ts';
import { kronorIn } from './actions/kronor-in.ts';
import { logIn, pickPerson } from './actions/log-in.ts';
import { rowsOf } from './database.ts';
import { expectSoundStep } from './expects/sound-step.ts';
import { type StartedPortal, startDemo } from './portal.ts';
import { expect, test } from './portal-test.ts';

const REVIEWER = /^Anders Wiklund/;
const ANOTHER = /^Lena Fors/;
const SIGNATORY = /^Birgitta Nyström/;
const PAYER = /^Jonas Berg/;
const PROVIDER = 'Tallmo Arbetsliv AB';

// A portal of its own: a statement run takes in everything, and other tests run one too.
const PORT = String(Number(process.env['E2E_PORT']) + 140);
test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.use({ baseURL: `http://localhost:${PORT}` });
let portal: StartedPortal;

type Found = {
  readonly id: string;
  readonly placementId: string;
  readonly month: string;
  readonly name: string;
} & Record<string, unknown>;

/** A report of the provider's that fits, of nobody with protected identity. */
async function findReport(which: string): Promise<Found> {
  const [found] = await rowsOf<Found>(
    `SELECT r.id::text, r.placement_id::text AS "placementId", to_char(r.month, 'YYYY-MM') AS month, n.given_name || ' ' || n.family_name AS name
      FROM report r JOIN provider v ON v.id = r.provider_id JOIN participant d ON d.id = r.participant_id JOIN person n ON n.id = d.person_id
      WHERE v.name = $1 AND NOT r.protected AND ${which} LIMIT 1`,
    [PROVIDER],
    portal.folder,
  );
  if (found === undefined) throw new Error(`No report: ${which}`);
  return found;
}

let held: Found;
let paid: Found;
const seen = { setOff: 0 };

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startDemo(PORT);
  held = await findReport(
    `r.status = 'submitted' AND r.route = 'person' AND r.taken_by_person_id IS NULL ORDER BY r.holds DESC, r.id`,
  );
  paid =
    await findReport(`r.status = 'approved' AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.id = r.placement_id AND p."end" IS NOT NULL)
    AND EXISTS (SELECT 1 FROM statement_line l WHERE l.placement_id = r.placement_id AND l.key LIKE 'base:' || to_char(r.month, 'YYYY-MM') || '%')
    ORDER BY r.month DESC, r.id`);
});
test.afterAll(async () => await portal.stop());

async function openReview(page: Page, person: RegExp, { id, name }: Found): Promise<void> {
  await logIn(page, person, `/review/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

async function openOwn(page: Page, { id }: Found): Promise<void> {
  await logIn(page, SIGNATORY, `/provider/reports/${id}`);
  await expect(page.getByRole('heading', { name: 'Granskningen' })).toBeVisible();
}

async function decide(keyboard: ByKeyboard, choice: string, reason: string | null): Promise<void> {
  const { page } = keyboard;
  await keyboard.choose(page.locator(`#decision-${choice}`));
  if (reason !== null) {
    await pick(keyboard, page.getByRole('combobox', { name: 'Skäl (' }), 'Det');
    await keyboard.write(page.getByRole('textbox', { name: /^Motivering till leverantören/ }), reason);
  }
  await keyboard.enter(page.getByRole('button', { name: 'Besluta', exact: true }));
}

/** In a list, by the first letters of the line. */
async function pick(keyboard: ByKeyboard, list: Locator, letters: string): Promise<void> {
  const { page } = keyboard;
  await list.focus();
  await page.keyboard.type(letters);
  await expect(list).not.toHaveValue('');
}

/** Words that are read through before they are sent. */
async function say(keyboard: ByKeyboard, label: string, words: string, steps: readonly [string, string]) {
  const { page } = keyboard;
  await keyboard.write(page.getByRole('textbox', { name: label }), words);
  await keyboard.enter(page.getByRole('button', { name: steps[0] }));
  await expect(page.locator('blockquote').first()).toHaveText(words);
  await expectSoundStep(page);
  await keyboard.enter(page.getByRole('button', { name: steps[1] }));
}

test('a report that a person has to look at is returned, with what and by when', async ({
  page,
  keyboard,
}) => {
  await openReview(page, REVIEWER, held);
  await expect(page.getByText('Därför granskas den av en person:')).toBeVisible();
  await expectSoundStep(page);
  // Without words it is no decision; what was chosen stands there still.
  await decide(keyboard, 'return', null);
  await expect(page.locator('#error-summary')).toContainText('Skriv en motivering');
  await expect(page.locator('#decision-return')).toBeChecked();
  await expectSoundStep(page);
  await decide(keyboard, 'return', 'Skriv vilken dag det individuella mötet var.');
  await expect(page.getByText(/^Beslutet är fattat/)).toBeVisible();
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the provider reads what is asked for, completes the report and attests it anew', async ({
    page,
    keyboard,
  }) => {
    await openOwn(page, held);
    await expect(page.getByRole('main')).toContainText('Skriv vilken dag det individuella mötet var.');
    await expect(
      page.getByText(/^Rapporten är återlämnad. Komplettera och intyga den på nytt senast/),
    ).toBeVisible();
    await expectSoundStep(page);
    await keyboard.enter(page.getByRole('link', { name: 'Komplettera rapporten' }));
    await keyboard.write(page.getByRole('textbox', { name: /Individuellt möte, på plats/ }), '4:00');
    await keyboard.enter(page.getByRole('button', { name: 'Spara månaden' }));
    await expect(page.getByText('Sparat.')).toBeVisible();
    await page.goto(`/provider/months/${held.month}/attest`);
    await keyboard.tick(page.getByRole('checkbox', { name: /på heder och samvete/ }));
    await keyboard.enter(page.getByRole('button', { name: 'Intyga och skicka' }));
    await pickPerson(page, SIGNATORY);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /intygade och skickade$|intygad och skickad$/,
    );
  });
});

test('the completed version is approved with fewer minutes, and the provider sees which and why', async ({
  page,
  keyboard,
}) => {
  held = await findReport(`r.supersedes_id = '${held.id}'`);
  await openReview(page, REVIEWER, held);
  await keyboard.choose(page.locator('#decision-approveFewer'));
  const time = page.getByRole('textbox', { name: /^Godkänd tid, Individuellt möte, på plats/ });
  await keyboard.write(time, '9:00');
  await keyboard.enter(page.getByRole('button', { name: 'Besluta', exact: true }));
  await expect(page.locator('#error-summary')).toContainText(
    'Individuellt möte (på plats): 9:00 är mer än de 4:00 som redovisats.',
  );
  await expectSoundStep(page);
  await keyboard.write(time, '3:00');
  await keyboard.enter(page.getByRole('button', { name: 'Besluta', exact: true }));
  await expect(page.getByText(/^Beslutet är fattat: godkänd/)).toBeVisible();
  await openOwn(page, held);
  await expect(page.getByRole('main')).toContainText(
    'Individuellt möte (på plats): 3:00 av 4:00 godkändes. Minuterna stämmer inte.',
  );
  await expectSoundStep(page);
  await say(keyboard, 'Vad är fel i beslutet?', 'Mötet den tolfte var en timme till.', [
    'Granska begäran',
    'Skicka begäran',
  ]);
  await expect(page.getByText(/^Begäran om omprövning är skickad/)).toBeVisible();
});

test('who decided does not reconsider; another does', async ({ page, keyboard }) => {
  await openReview(page, REVIEWER, held);
  await expect(page.getByText('Du fattade beslutet som ska omprövas.')).toBeVisible();
  await openReview(page, ANOTHER, held);
  await expect(page.getByText('Mötet den tolfte var en timme till.').first()).toBeVisible();
  await expectSoundStep(page);
  await decide(keyboard, 'approve', null);
  await expect(page.getByText(/^Beslutet är fattat: godkänd/)).toBeVisible();
});

test('a paid report is taken up again and its rejection proposed: nothing is taken back yet', async ({
  page,
  keyboard,
}) => {
  await openReview(page, REVIEWER, paid);
  await keyboard.enter(page.getByText('Ta upp beslutet på nytt'));
  await keyboard.write(
    page.getByRole('textbox', { name: /^Motivering till leverantören/ }),
    'Deltagaren säger att mötena inte blev av.',
  );
  await keyboard.enter(page.getByRole('button', { name: 'Ta upp på nytt' }));
  await expect(page.getByText(/^Rapporten är godkänd sedan tidigare och räknas så/)).toBeVisible();
  await expect(page.locator('#decision-return')).toHaveCount(0);
  await expectSoundStep(page);
  await decide(
    keyboard,
    'proposeReject',
    'Deltagaren säger att mötena inte blev av, och inget visar motsatsen.',
  );
  await expect(page.getByText(/^Beslutet är fattat: avslag är föreslaget/)).toBeVisible();
  await expectSoundStep(page);
});

test.describe('on a narrow screen again', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the provider sees the kronor and the last day, and answers once', async ({ page, keyboard }) => {
    await openOwn(page, paid);
    const kronor = page.getByText(/^Blir avslaget slutligt ändras ersättningen med/);
    seen.setOff = (await kronorIn(kronor)).at(-1) ?? 0;
    expect(seen.setOff).toBeGreaterThan(0);
    await expectSoundStep(page);
    await say(keyboard, 'Ert svar', 'Närvarolistorna visar tre möten.', ['Granska svaret', 'Skicka svaret']);
    await expect(page.getByText('Svaret är skickat. En granskare läser det och beslutar.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Granska svaret' })).toHaveCount(0);
    await expectSoundStep(page);
  });
});

test('a reviewer reads the answer and makes the rejection final', async ({ page, keyboard }) => {
  await openReview(page, ANOTHER, paid);
  await expect(page.getByText(/^Svar har kommit/)).toBeVisible();
  await expect(page.getByText('Närvarolistorna visar tre möten.').first()).toBeVisible();
  await expectSoundStep(page);
  await decide(keyboard, 'reject', 'Listorna är från en annan månad. Avslaget står fast.');
  await expect(page.getByText(/^Beslutet är fattat: avslagen/)).toBeVisible();
});

test('the next statement sets it off with exactly the kronor that were shown', async ({ page, keyboard }) => {
  await logIn(page, PAYER);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  await page.getByLabel('Brytdag').fill(today);
  await keyboard.enter(page.getByRole('button', { name: 'Visa vad som kommer med' }));
  await keyboard.enter(page.getByRole('button', { name: /^Starta/ }));
  await expect(page.getByRole('link', { name: PROVIDER })).toBeVisible({ timeout: 60_000 });
  const posted = await rowsOf<{ kronor: number }>(
    `SELECT (sum(l.amount_ore) / 100.0)::float AS kronor FROM statement_line l JOIN statement s ON s.id = l.statement_id
      WHERE l.placement_id = $1 AND s.cut_off = $2 AND l.key LIKE 'base:' || $3 || '%'`,
    [paid.placementId, today, paid.month],
    portal.folder,
  );
  expect(posted).toEqual([{ kronor: -seen.setOff }]);
  await openOwn(page, paid);
  await expect(page.getByText(/^Beslutet ändrade ersättningen med/)).toBeVisible();
  await expectSoundStep(page);
});
