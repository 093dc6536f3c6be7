import type { Page } from '@playwright/test';
import { logIn, pickPerson } from './actions/log-in.ts';
import { rowsOf } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const SIGNATORY = /^Samira Osman/;
const REVIEWER = /^Anders Wiklund/;

/** What is signed and what is not, taken back, corrected, and decided on: by a firm that the other journeys leave alone. */
test.describe.configure({ mode: 'serial' });

const seen: { month: string; kept: string; corrected: string; report: string } = {
  month: '',
  kept: '',
  corrected: '',
  report: '',
};

async function asSignatory(page: Page, returnTo: string): Promise<void> {
  await logIn(page, SIGNATORY, returnTo);
  // She has two roles at the firm.
  await page.getByRole('button', { name: /behörig att intyga/ }).click();
  await page.waitForURL((url) => url.pathname === returnTo);
}

async function sign(page: Page, button: string): Promise<void> {
  await page.getByRole('checkbox', { name: /på heder och samvete/ }).check();
  await page.getByRole('button', { name: button }).click();
  await pickPerson(page, SIGNATORY);
}

async function openAttest(page: Page): Promise<void> {
  await asSignatory(page, `/provider/months/${seen.month}/attest`);
  await expect(page.getByRole('heading', { name: 'Det här skickas' })).toBeVisible();
}

test('an attestation is taken back as far as nobody has begun to review it; what it said is there to send again', async ({
  page,
}) => {
  const [sent] = await rowsOf<{ id: string; month: string; free: number; taken: number }>(
    `SELECT a.id::text, to_char(a.month, 'YYYY-MM') AS month, count(*) FILTER (WHERE r.status = 'submitted')::int AS free,
        count(*) FILTER (WHERE r.status <> 'submitted')::int AS taken
      FROM attestation a JOIN provider v ON v.id = a.provider_id JOIN report r ON r.attestation_id = a.id
      WHERE v.name LIKE 'Björkängen%' AND NOT r.protected GROUP BY a.id ORDER BY a.attested_at DESC LIMIT 1`,
    [],
  );
  seen.month = sent?.month ?? '';
  await asSignatory(page, `/provider/months/${seen.month}/receipt/${sent?.id}`);
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Ta tillbaka intygandet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    new RegExp(`^Ta tillbaka ${sent?.free} rapporter`),
  );
  await expect(
    page.getByRole('heading', { name: `${sent?.taken} rapporter går inte att ta tillbaka` }),
  ).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('button', { name: /^Ta tillbaka/ }).click();
  await expect(page.getByText('Rapporterna är tillbakatagna.')).toBeVisible();
  await page.goto(`/provider/months/${seen.month}/attest`);
  await expect(page.getByRole('checkbox', { name: /^Behåll / })).toHaveCount(sent?.free ?? 0);
});

test('what is sent stands line by line beside the month before, as the reviewer will see it', async ({
  page,
}) => {
  await openAttest(page);
  await expectSoundPage(page);
  const line = page.locator('details').filter({ hasText: 'Det här ser granskaren' }).first();
  await line.locator('summary').click();
  await expect(line.getByRole('heading', { name: 'Det här ser granskaren' })).toBeVisible();
  await expectSoundPage(page);
});

test('one that is marked after it was shown is not signed: the choice is shown first', async ({ page }) => {
  await openAttest(page);
  const boxes = page.getByRole('checkbox', { name: /^Behåll / });
  const all = await boxes.count();
  seen.kept = ((await boxes.first().getAttribute('aria-label')) ?? '').replace(
    /^Behåll (.*), skicka.*$/,
    '$1',
  );
  await boxes.first().check();
  await page.getByRole('checkbox', { name: /på heder och samvete/ }).check();
  await page.getByRole('button', { name: 'Intyga och skicka' }).click();
  await expect(page.locator('#error-summary')).toContainText('Du har ändrat vilka rapporter som behålls');
  await expectSoundPage(page);

  await expect(boxes.first()).toBeChecked();
  await page.getByRole('button', { name: 'Uppdatera urvalet' }).click();
  await expect(page.getByRole('heading', { name: 'Du behåller en' })).toBeVisible();
  await expectSoundPage(page);
  await sign(page, 'Intyga och skicka');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/intygade och skickade$/);
  await expect(page.getByRole('rowheader', { name: seen.kept })).toHaveCount(0);
  const [attested] = await rowsOf<{ n: number }>(
    `SELECT report_count AS n FROM attestation ORDER BY attested_at DESC LIMIT 1`,
    [],
  );
  expect(attested?.n).toBe(all - 1);
  await expectSoundPage(page);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hämta kvittot som fil' }).click();
  expect((await download).suggestedFilename()).toBe(`kvitto-${seen.month}.json`);
});

test('an approved report is corrected: compared, signed, and in force until the correction is approved', async ({
  page,
}) => {
  const [approved] = await rowsOf<{ id: string; month: string; placement: string; name: string }>(
    `SELECT r.id::text, to_char(r.month, 'YYYY-MM') AS month, r.placement_id::text AS placement, n.given_name || ' ' || n.family_name AS name
      FROM report r JOIN provider v ON v.id = r.provider_id JOIN participant d ON d.id = r.participant_id JOIN person n ON n.id = d.person_id
      WHERE v.name LIKE 'Björkängen%' AND r.status = 'approved' AND NOT r.protected AND r.no_activity_reason IS NULL
      ORDER BY r.month DESC, r.id LIMIT 1`,
    [],
  );
  seen.report = approved?.id ?? '';
  seen.corrected = approved?.name ?? '';
  await asSignatory(page, `/provider/months/${approved?.month}/${approved?.placement}`);
  await page.getByRole('link', { name: 'Rätta rapporten' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Rätta /);
  await expectSoundPage(page);
  const minutes = page.getByRole('textbox', { name: /Individuellt möte, på plats/ });
  await minutes.fill('50');
  await page.getByRole('button', { name: 'Spara och jämför' }).click();
  await expect(page.locator('#error-summary')).toBeFocused();
  await expectSoundPage(page);
  await minutes.fill('225');
  await page
    .getByRole('textbox', { name: /Varför rättas rapporten/ })
    .fill('Mötet den 12 skrevs in på fel deltagare.');
  await page.getByRole('button', { name: 'Spara och jämför' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kontrollera rättelsen');
  await expect(page.getByRole('row', { name: /Individuellt möte, på plats/ })).toContainText('3:45');
  await expectSoundPage(page);
  await sign(page, 'Intyga rättelsen');
  await expect(page.getByText('Rapporten gäller som förut tills en granskare har godkänt')).toBeVisible();
  await expectSoundPage(page);
  expect(await statuses()).toEqual(['approved']);
});

async function statuses(): Promise<string[]> {
  const rows = await rowsOf<{ status: string }>(
    `SELECT r.status::text FROM report a JOIN report r ON r.placement_id = a.placement_id AND r.month = a.month
      WHERE a.id = $1::uuid ORDER BY r.number`,
    [seen.report],
  );
  return rows.map(({ status }) => status);
}

test('a reviewer sees the difference and why, and approves', async ({ page }) => {
  await logIn(page, REVIEWER, '/review/corrections');
  await expectSoundPage(page);
  await page.getByRole('link', { name: seen.corrected }).first().click();
  await expect(page.getByText('Mötet den 12 skrevs in på fel deltagare.')).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('radio', { name: /^Avslå/ }).check();
  await page.getByRole('button', { name: 'Besluta' }).click();
  await expect(page.locator('#error-summary')).toContainText('Skriv en motivering');
  await page.getByRole('radio', { name: /^Godkänn/ }).check();
  await page.getByRole('button', { name: 'Besluta' }).click();
  await expect(page.getByRole('status').filter({ hasText: seen.corrected })).toContainText('godkänd');
  await expectSoundPage(page);
  expect(await statuses()).toEqual(['superseded', 'approved']);
});

test('the provider sees every version with what it changed', async ({ page }) => {
  await asSignatory(page, `/provider/reports/${seen.report}`);
  await expect(page.getByRole('heading', { name: 'Version 2' })).toBeVisible();
  await expect(page.getByText('Ändrat mot version 1')).toBeVisible();
  await expectSoundPage(page);
});
