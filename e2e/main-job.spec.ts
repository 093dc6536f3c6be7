import type { Page } from '@playwright/test';
import { logIn, pickPerson } from './actions/log-in.ts';
import { rowsOf } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const COACH = /^Amina Warsame/;
const SIGNATORY = /^Birgitta Nyström/;
const REVIEWER = /^Anders Wiklund/;
const PAYER = /^Jonas Berg/;

/** One month the whole way, each step by the person whose it is. */
test.describe.configure({ mode: 'serial' });

type Sent = { readonly id: string; readonly name: string };

const NONE: Sent = { id: '', name: '' };
const seen = { month: '', approved: NONE, returned: NONE, rejected: NONE };

test('a coach logs what was done, for two participants at once', async ({ page }) => {
  await logIn(page, COACH);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Att göra');
  await expectSoundPage(page);
  await page.goto('/provider/log');
  await expectSoundPage(page);
  const who = page.getByRole('group', { name: 'Deltagare' }).getByRole('checkbox');
  await who.nth(0).check();
  await who.nth(1).check();
  await page.getByRole('combobox', { name: 'Aktivitet' }).selectOption({ label: 'Individuellt möte' });
  await page.getByLabel('Annat antal').fill('50');
  await page.getByRole('group', { name: 'Form' }).getByLabel('på plats').check();
  await page.getByRole('button', { name: 'Logga aktiviteten' }).click();
  // Minutes come in quarters: what was typed stands there, with what is wrong and how to mend it.
  await expect(page.locator('#error-summary')).toBeFocused();
  await expectSoundPage(page);
  await page.getByRole('group', { name: 'Minuter' }).getByLabel('45', { exact: true }).check();
  await page.getByRole('button', { name: 'Logga aktiviteten' }).click();
  await expect(page.getByText('2 aktiviteter är loggade.')).toBeVisible();
});

test('a signatory looks through the month, attests with e-ID and gets a receipt', async ({ page }) => {
  await logIn(page, SIGNATORY);
  await page.getByRole('link', { name: /^Gör klart och intyga/ }).click();
  await page.waitForURL(/\/provider\/months\/\d{4}-\d{2}$/);
  seen.month = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Granska och intyga' }).click();
  await expect(page.getByRole('heading', { name: 'Det här skickas' })).toBeVisible();
  await expectSoundPage(page);

  // Without the words there is no signature.
  await page.getByRole('button', { name: 'Intyga och skicka' }).click();
  await expect(page.locator('#error-summary')).toContainText('heder och samvete');
  await page.getByRole('checkbox', { name: /på heder och samvete/ }).check();
  await page.getByRole('button', { name: 'Intyga och skicka' }).click();
  await pickPerson(page, SIGNATORY);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/intygade och skickade$/);
  await expectSoundPage(page);

  const names = await page.getByRole('table').getByRole('rowheader').allInnerTexts();
  [seen.approved = NONE, seen.returned = NONE, seen.rejected = NONE] = await reviewable(names);
  const [attested] = await rowsOf<{ n: number; reports: number }>(
    `SELECT a.report_count AS n, (SELECT count(*)::int FROM report r WHERE r.attestation_id = a.id AND r.status = 'submitted') AS reports
      FROM attestation a ORDER BY attested_at DESC LIMIT 1`,
    [],
  );
  expect(attested?.reports).toBe(attested?.n);
});

/** Three of the reports that a reviewer without special mandates sees. */
async function reviewable(names: readonly string[]): Promise<Sent[]> {
  const rows = await rowsOf<Sent>(
    `SELECT r.id, p.given_name || ' ' || p.family_name AS name FROM report r JOIN participant d ON d.id = r.participant_id JOIN person p ON p.id = d.person_id
      WHERE r.status = 'submitted' AND to_char(r.month, 'YYYY-MM') = $1 AND NOT r.protected ORDER BY r.id`,
    [seen.month],
  );
  return rows.filter(({ name }) => names.some((shown) => shown.includes(name))).slice(0, 3);
}

/** The same participant can have an outcome or an older month in the queue as well. */
async function openReport(page: Page, { id, name }: Sent): Promise<void> {
  await page.goto('/review');
  await page.getByLabel(/^Sök deltagare/).fill(name);
  await page.getByRole('button', { name: 'Visa' }).click();
  await page.getByRole('main').locator(`a[href^="/review/${id}"]`).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

test('a reviewer takes a report from the queue and approves it, returns one and rejects one', async ({
  page,
}) => {
  await logIn(page, REVIEWER);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Att granska');
  await expectSoundPage(page);

  await openReport(page, seen.approved);
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Ta rapporten' }).click();
  await expect(page.getByText('Du har tagit rapporten.')).toBeVisible();
  await page.getByRole('radio', { name: /^Godkänn/ }).check();
  await page.getByRole('button', { name: 'Besluta' }).click();
  await expect(page.getByRole('status').filter({ hasText: seen.approved.name })).toContainText('godkänd');
  await expectSoundPage(page);

  await openReport(page, seen.returned);
  await page.getByRole('radio', { name: /^Begär komplettering/ }).check();
  await page.getByRole('button', { name: 'Besluta' }).click();
  // A refusal without a reason is none; what was chosen stands there still.
  await expect(page.locator('#error-summary')).toContainText('Skriv en motivering');
  await expect(page.getByRole('radio', { name: /^Begär komplettering/ })).toBeChecked();
  await expectSoundPage(page);
  await decide(page, /^Begär komplettering/, 'Skriv vilken dag kartläggningen gjordes.');
  await openReport(page, seen.rejected);
  await decide(page, /^Föreslå avslag/, 'Deltagaren var sjuk hela månaden enligt avvikelserapporten.');
});

async function decide(page: Page, decision: RegExp, reason: string): Promise<void> {
  await page.getByRole('radio', { name: decision }).check();
  // Rows have reasons of their own, beside the form.
  const form = page.locator('#decision-form');
  await form.getByRole('combobox', { name: /^Skäl/ }).selectOption({ index: 1 });
  await form.getByRole('textbox', { name: /^Motivering/ }).fill(reason);
  await page.getByRole('button', { name: 'Besluta' }).click();
  // What was decided is said where the queue goes on.
  await expect(page.getByText(/: (återlämnad för komplettering|avslag är föreslaget)\.$/)).toBeVisible();
}

test('the provider sees at once what was returned, and why', async ({ page }) => {
  await logIn(page, SIGNATORY);
  await expect(page.getByRole('main')).toContainText('Skriv vilken dag kartläggningen gjordes.');
  await expectSoundPage(page);
});

test('a payer runs statements up to today', async ({ page }) => {
  await logIn(page, PAYER);
  await expectSoundPage(page);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  await page.getByLabel('Brytdag').fill(today);
  await page.getByRole('button', { name: 'Visa vad som kommer med' }).click();
  await expectSoundPage(page);
  await page.getByRole('button', { name: /^Starta/ }).click();
  await expect(page.getByRole('link', { name: 'Tallmo Arbetsliv AB' })).toBeVisible({ timeout: 60_000 });
  await expectSoundPage(page);
});

test('base pay for what was approved stands on the statement, explained; what was not stands beside it', async ({
  page,
}) => {
  await logIn(page, SIGNATORY, '/provider/statements');
  await expectSoundPage(page);
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('rowheader', { name: new RegExp(seen.approved.name) }).first()).toBeVisible();
  await expectSoundPage(page);
  await page.getByText('Varför detta belopp?').first().click();
  const why = page.getByRole('list').filter({ hasText: 'Dagbeloppet för nivå' }).first();
  await expect(why).toContainText(/skickades in .* och är godkänd/);
  await expect(why).toContainText(/\d+\s×\s.*kr\s=\s.*kr/);
  await expectSoundPage(page);
  const [sums] = await rowsOf<{ lines: string; expected: string }>(
    `SELECT (SELECT sum(amount_ore) FROM statement_line l JOIN statement s ON s.id = l.statement_id AND s.cut_off = (SELECT max(cut_off) FROM statement)) AS lines,
      (SELECT sum(r.amount_ore) FROM report r WHERE r.status = 'approved' AND NOT EXISTS (SELECT 1 FROM statement_line l JOIN statement s ON s.id = l.statement_id
        WHERE s.cut_off < (SELECT max(cut_off) FROM statement) AND l.placement_id = r.placement_id AND l.key LIKE 'base:' || to_char(r.month, 'YYYY-MM') || '%')) AS expected`,
    [],
  );
  expect(sums?.lines).toBe(sums?.expected);
});

test('the participant reads what was reported', async ({ page }) => {
  await logIn(page, /^Marta Silva/, '/participant/reports');
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectSoundPage(page);
});
