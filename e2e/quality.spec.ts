import { expectSoundPage } from './expects/sound-page.ts';
import { logIn } from './actions/log-in.ts';
import { sampleFile } from '#lib/schemas/sample-file.ts';
import { verifySample } from '#lib/server/sampling/verify-sample.ts';
import { expect, test } from './portal-test.ts';

const ADMIN = /^Göran Melin/;
const COACH = /^Johan Lindqvist/;
const REVIEWER = /^Anders Wiklund/;

test('the requirements, the offices side by side and the coaches are one page', async ({ page }) => {
  await logIn(page, ADMIN, '/provider');
  await page.getByRole('link', { name: 'Våra krav' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Våra krav');
  // With what closed samples say of the own reports.
  await expect(page.getByRole('table')).toHaveCount(4);
  await expectSoundPage(page);
});

test('an administrator goes from a figure to those it counts, and takes the file', async ({ page }) => {
  await logIn(page, ADMIN, '/provider/quality');
  const number = page.getByRole('link', { name: /^Stöd varje vecka\. Bryts: \d+/ });
  const counted = Number(await number.innerText());
  await number.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deltagarna mot kraven');
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(counted + 1);
  await expect(page.getByText('Stöd varje vecka: bryts')).toHaveCount(counted);
  await expectSoundPage(page);

  const link = page.getByRole('link', { name: 'Hämta som CSV' });
  const file = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="vara-krav-/);
  // A head, and seven requirements for each participant.
  expect((await file.text()).trim().split('\r\n')).toHaveLength(1 + counted * 7);
});

test('a reviewer reads what the samples say, by provider and group, and its file is drawn again', async ({
  page,
}) => {
  await logIn(page, REVIEWER, '/review');
  await page.getByRole('link', { name: 'Stickprov', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stickprov');
  await expect(page.getByRole('table')).toHaveCount(3);
  await expectSoundPage(page);

  await page
    .getByRole('row', { name: /Avslutat/ })
    .first()
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Stickprov för /);
  await page.getByRole('link', { name: /^Visa grupperna för Tallmo/ }).click();
  await expect(page.getByRole('heading', { name: /^Grupperna hos Tallmo/ })).toBeVisible();
  await expectSoundPage(page);

  const link = page.getByRole('link', { name: 'Hämta filen' });
  const file = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(verifySample(sampleFile.parse(await file.json()))).toEqual([]);
});

test('one participant is held against every requirement, and the card leads there', async ({ page }) => {
  await logIn(page, ADMIN, '/provider/quality/participants?requirement=support&state=broken');
  await page.getByRole('table').getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Kraven för /);
  await expect(page.getByRole('row', { name: /Stöd varje vecka/ })).toContainText('Bryts');
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Till deltagaren' }).click();
  await expect(page.getByRole('link', { name: 'Avtalets krav' })).toBeVisible();
});

test('a coach sees the participants of the own office, and no way to change its hours', async ({ page }) => {
  await logIn(page, COACH, '/provider/quality');
  const offices = page.getByRole('table', { name: 'Deltagare som uppfyller kraven, efter kontor' });
  await expect(offices.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('link', { name: /öppettider/i })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'opening hours' : 'opening hours, without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('are filled in, with each fault told where it stands', async ({ page }) => {
      await logIn(page, ADMIN, '/provider/quality');
      await page.getByRole('link', { name: /^(Fyll i|Ändra) öppettider, Karlskrona/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Öppettider');
      if (javaScriptEnabled) await expectSoundPage(page);
      for (const day of ['Måndag', 'Tisdag', 'Onsdag', 'Torsdag']) {
        await page.getByLabel(`${day}: Öppnar`, { exact: true }).fill('8.30');
        await page.getByLabel(`${day}: Stänger`, { exact: true }).fill('16');
      }
      await page.getByLabel('Torsdag: Stänger', { exact: true }).fill('8');
      await page.getByRole('button', { name: 'Spara öppettiderna' }).click();
      await expect(page.getByRole('link', { name: 'Ange en tid efter den då ni öppnar.' })).toBeVisible();
      await expect(page.getByLabel('Måndag: Öppnar', { exact: true })).toHaveValue('8.30');
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByLabel('Torsdag: Stänger', { exact: true }).fill('16');
      await page.getByRole('button', { name: 'Spara öppettiderna' }).click();
      await expect(page.getByText('Öppettiderna är sparade.')).toBeVisible();
      await expect(page.getByText('Måndag–torsdag 8.30–16')).toBeVisible();
      await page.getByRole('link', { name: 'Våra krav' }).last().click();
      await expect(page.getByRole('row', { name: /^Karlskrona/ })).toContainText('Uppfyllt');
    });
  });
}
