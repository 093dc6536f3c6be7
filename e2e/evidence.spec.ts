import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { logIn, logOut } from './actions/log-in.ts';
import { rowsOf } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const COACH = /^Amina Warsame/;
const REVIEWER = /^Anders Wiklund/;
const PARTICIPANT = 'Marta Silva';
const EMPLOYER = 'Gröna Linjens Storkök AB';
const ADDRESS = 'chef@gronalinjen.example';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

type Outcome = { readonly id: string; readonly from: string };

/** The outcome that nobody has decided on yet. */
async function outcome(): Promise<Outcome> {
  const [found] = await rowsOf<Outcome>(
    `SELECT o.id, o."from"::text AS "from" FROM outcome o JOIN placement l ON l.id = o.placement_id
      JOIN participant q ON q.id = l.participant_id JOIN person p ON p.id = q.person_id
     WHERE o.status = 'submitted' AND p.given_name || ' ' || p.family_name = $1`,
    [PARTICIPANT],
  );
  if (found === undefined) throw new Error('There is no outcome to show evidence for');
  return found;
}

/** Today, as dates are typed. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
}

/** The latest link that went to the employer. */
async function mailedLink(): Promise<string> {
  const folder = join(process.env['E2E_DATA_DIR'] ?? '', 'mail');
  const links = (): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { to: string[]; text: string })
      .filter(({ to }) => to.includes(ADDRESS))
      .map(({ text }) => /\/confirm\/([\w-]{43})/.exec(text)?.[1] ?? '');
  await expect.poll(() => links().length, { timeout: 30_000 }).toBeGreaterThan(0);
  return `/confirm/${links().at(-1)}`;
}

/** A PDF of one empty page, with another object. */
function pdf(object = ''): Buffer {
  const objects = `1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
${object}`;
  return Buffer.from(
    `%PDF-1.7\n${objects}\ntrailer << /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
}

async function handIn(page: Page, buffer: Buffer, { from }: Outcome, through = from): Promise<void> {
  await page
    .getByLabel('Fil', { exact: true })
    .setInputFiles({ name: 'intyg.pdf', mimeType: 'image/png', buffer });
  await page.getByLabel('Vad är det?').selectOption({ label: 'Anställningsbevis eller intyg' });
  await page.getByLabel('Första dagen som det visar').fill(from);
  await page.getByLabel('Sista dagen som det visar').fill(through);
  await page.getByRole('button', { name: 'Lämna in filen' }).click();
}

test('a file is refused with its remedy, then handed in; the employer is asked', async ({ page }) => {
  const claimed = await outcome();
  await logIn(page, COACH, `/provider/outcomes/${claimed.id}/evidence`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Underlag för ${PARTICIPANT}`);
  await expect(page.getByText('Det finns inga underlag än.')).toBeVisible();

  await handIn(page, pdf('9 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'), claimed);
  await expect(page.getByText('PDF-filen innehåller skript eller kommandon.').first()).toBeVisible();
  await expect(page.getByLabel('Första dagen som det visar')).toHaveValue(claimed.from);
  await expectSoundPage(page);

  await handIn(page, pdf(), claimed);
  await expect(page.getByText('Filen är inlämnad.')).toBeVisible();
  await expect(page.getByText('Underlagen täcker alla dagar till och med')).toBeVisible();
  await handIn(page, pdf(), claimed);
  await expect(page.getByText('Samma fil finns redan: intyg.pdf').first()).toBeVisible();

  await page.getByLabel('Vem ska svara?').fill('Berit Berg');
  await page.getByLabel('Personens e-postadress hos arbetsgivaren').fill(ADDRESS);
  await page.getByRole('button', { name: 'Skicka frågan' }).click();
  await expect(page.getByText('Frågan är skickad till arbetsgivaren.')).toBeVisible();
  await expect(page.getByText(ADDRESS)).toBeVisible();
  await expectSoundPage(page);
});

test('a file comes as it is, and runs nothing', async ({ page }) => {
  await logIn(page, COACH, `/provider/outcomes/${(await outcome()).id}/evidence`);
  const href = (await page.getByRole('link', { name: 'Spara filen intyg.pdf' }).getAttribute('href')) ?? '';
  const saved = await page.request.get(href);
  expect((await saved.body()).equals(pdf())).toBe(true);
  expect(saved.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(saved.headers()['content-disposition']).toMatch(/^attachment; filename="intyg.pdf"/);
  expect(saved.headers()['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  const viewed = await page.request.get(`${href}?view`);
  expect(viewed.headers()['content-disposition']).toMatch(/^inline/);
  await logOut(page);
  expect((await page.request.get(href)).status()).toBe(401);
});

test('what an employer reads is sound, and opening it changes nothing', async ({ page }) => {
  const link = await mailedLink();
  for (let time = 0; time < 2; time += 1) {
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(PARTICIPANT);
  }
  await expectSoundPage(page);
});

test.describe('an employer', () => {
  test.use({ javaScriptEnabled: false });
  test('confirms by its link without JavaScript, once', async ({ page }) => {
    const link = await mailedLink();
    await page.setViewportSize({ width: 320, height: 720 });
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      `Stämmer det att ${PARTICIPANT} arbetar hos ${EMPLOYER}?`,
    );
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await expect(page.getByRole('link', { name: 'Välj ett svar.' })).toBeVisible();
    await page.getByLabel('Ja, allt stämmer').check();
    await page.getByLabel('Ditt namn').fill('Berit Berg');
    await page.getByLabel('Din roll hos arbetsgivaren').fill('Kökschef');
    await page.getByLabel(`Jag svarar för ${EMPLOYER}`).check();
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tack, ditt svar är mottaget');
    await expect(page.getByText(PARTICIPANT)).toHaveCount(0);

    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Länken är redan använd');
    await page.goto(`${link.slice(0, -3)}abc`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Länken fungerar inte');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The link does not work');
  });
});

test('the reviewer accepts what the employer says, and is suggested the day', async ({ page }) => {
  const { id } = await outcome();
  await logIn(page, REVIEWER, `/review/outcomes/${id}`);
  await expect(page.getByText('Arbetsgivaren bekräftar').first()).toBeVisible();
  await expectSoundPage(page);
  for (const name of [/^Godtas underlaget\? intyg\.pdf/, /^Godtas underlaget\? Arbetsgivarens svar/]) {
    await page.getByRole('group', { name }).getByLabel('Godta', { exact: true }).check();
  }
  await page.getByRole('button', { name: 'Spara ställningstaganden' }).click();
  await expect(page.getByText('Dina ställningstaganden är sparade.')).toBeVisible();
  const day = page.getByLabel(/^Underlaget styrker till och med/);
  await expect(day).toHaveValue(today());
  await expectSoundPage(page);
  await page.getByRole('radio', { name: /^Godkänn/ }).check();
  await page.getByRole('button', { name: 'Besluta', exact: true }).click();
  await expect(page.getByText('Beslutet är fattat.')).toBeVisible();
  const [approved] = await rowsOf<{ status: string; through: string }>(
    `SELECT status, (verified_through - 1)::text AS through FROM outcome WHERE id = $1`,
    [id],
  );
  expect(approved).toEqual({ status: 'approved', through: today() });
});
