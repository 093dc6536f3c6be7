import type { Page } from '@playwright/test';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

type Look = (page: Page) => Promise<void>;

const WAYS = [
  { name: 'with JavaScript', javaScriptEnabled: true, look: expectSoundPage },
  { name: 'without JavaScript', javaScriptEnabled: false, look: async () => undefined },
] as const satisfies readonly { name: string; javaScriptEnabled: boolean; look: Look }[];

const calculate = (page: Page) => page.getByRole('button', { name: 'Räkna ut ersättningen' }).last().click();

for (const { name, javaScriptEnabled, look } of WAYS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('anybody calculates with one press, reads why, and shares the address', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('link', { name: 'Räkna själv' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Räkna själv');
      await look(page);
      await calculate(page);
      await expect(page.getByRole('heading', { name: 'Det här ger placeringen' })).toBeVisible();
      await expect(page.getByRole('table', { name: 'Intjänade belopp' })).toContainText('Snabbhetspremie');
      await page.getByText('Varför detta belopp?').first().click();
      await expect(page.getByText(/× 65,00\skr = /).first()).toBeVisible();
      await page.getByText('Visa som JSON', { exact: true }).click();
      await expect(page.getByLabel('Kommando')).toHaveValue(/\/api\/v1\/compensation\/evaluate/);
      await look(page);

      const shared = await page
        .getByRole('link', { name: 'Länk till den här beräkningen' })
        .getAttribute('href');
      const sum = await page
        .locator('#result')
        .getByText(/^Intjänat .*kr/)
        .innerText();
      await page.goto(shared ?? '');
      await expect(page.locator('#result').getByText(/^Intjänat .*kr/)).toHaveText(sum.replace(/\s+/g, ' '));
    });

    test('the examples show what is missing and what may come', async ({ page }) => {
      await page.goto('/calculator');
      await page.getByRole('link', { name: 'Rapport saknas' }).click();
      await expect(page.getByRole('table', { name: /inte betalas/ })).toContainText('Rapporten saknas');
      await page.getByRole('link', { name: 'Studier efter tjänsten' }).click();
      await expect(page.getByRole('table', { name: 'Belopp som kan komma' })).toContainText(
        'Resultatersättning, 3 månader',
      );
      await expect(page.getByLabel('Typ av resultat')).toHaveValue('studies');
      await look(page);
    });

    test('rows come and go', async ({ page }) => {
      await page.goto('/calculator');
      const months = page.getByLabel('Månad', { exact: true });
      await expect(months).toHaveCount(3);
      await page.getByRole('button', { name: 'Lägg till en månad' }).click();
      await expect(months).not.toHaveCount(3);
      await page.getByRole('button', { name: 'Ta bort: Rapport 2' }).click();
      await calculate(page);
      // The month whose row is gone has no report any more.
      await expect(page.getByRole('table', { name: /inte betalas/ })).toContainText('Rapporten saknas');
      await expect(months).toHaveCount(2);
    });

    test('what is wrong is told at its field, all at once', async ({ page }) => {
      await page.goto('/calculator');
      await page.getByLabel('Avtalsversion').selectOption({ label: 'Ett eget avtal' });
      await page.getByLabel('Sista dag i tjänsten').fill('2010-01-01');
      await calculate(page);
      await expect(page.locator('#error-summary')).toBeFocused();
      await expect(page.locator('#error-summary').getByRole('link')).toHaveCount(2);
      await look(page);
      await page.getByLabel('Eget avtal som JSON').fill('{ "id": "eget" }');
      await calculate(page);
      await expect(page.locator('#error-summary')).toContainText('Plats i avtalet: /name.');
      await page.locator('#error-summary').getByRole('link').first().click();
      await expect(page.getByLabel('Eget avtal som JSON')).toBeFocused();
      await expect(page.getByLabel('Eget avtal som JSON')).toHaveValue('{\n  "id": "eget"\n}');
    });
  });
}

test('a program calculates without logging in', async ({ request }) => {
  const answer = await request.post('/api/v1/compensation/evaluate', {
    data: [{ agreement: {}, facts: {} }],
  });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject([{ error: { code: 'invalidInput' } }]);
});
