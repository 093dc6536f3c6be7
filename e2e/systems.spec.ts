import type { Page } from '@playwright/test';
import { logIn, pickPerson } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const ADMINISTRATOR = /^Göran Melin/;
const SIGNATORY = /^Birgitta Nyström/;

/** Whether the token endpoint lets the system in. */
async function getsIn(page: Page, clientId: string, secret: string): Promise<number> {
  const answer = await page.request.post('/api/oauth/token', {
    form: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
  });
  return answer.status();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a system' : 'a system, without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const name = javaScriptEnabled ? 'Journalen' : 'Planeringen';

    test('is let in with a secret that is seen once, signed for in person, and turned off', async ({
      page,
      browser,
    }) => {
      const sound = async (on = page): Promise<void> => {
        if (javaScriptEnabled) await expectSoundPage(on);
      };
      await logIn(page, ADMINISTRATOR, '/provider/systems');
      await sound();
      await page.getByRole('link', { name: 'Lägg till ett system' }).click();
      await page.getByRole('button', { name: 'Lägg till och legitimera dig' }).click();
      await expect(page.getByRole('link', { name: 'Skriv vad systemet heter hos er.' })).toBeVisible();
      await sound();
      await page.getByLabel('Vad heter systemet hos er?').fill(name);
      await page.getByRole('button', { name: 'Lägg till och legitimera dig' }).click();
      await pickPerson(page, ADMINISTRATOR);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ny hemlighet');
      await sound();
      const [clientId = '', secret = ''] = await page.locator('code').allTextContents();
      expect(await getsIn(page, clientId, secret)).toBe(200);
      await expect(page.getByRole('button', { name: 'Kopiera' })).toHaveCount(javaScriptEnabled ? 2 : 0);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hemligheten visas inte igen');
      expect(await page.content()).not.toContain(secret);

      await page.goto('/provider/systems');
      await page.getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await sound();

      const other = await browser.newContext({ javaScriptEnabled });
      const signing = await other.newPage();
      await logIn(signing, SIGNATORY, new URL(page.url()).pathname);
      await sound(signing);
      await signing.getByRole('checkbox', { name: /på heder och samvete/ }).check();
      await signing.getByRole('button', { name: 'Åta dig det och legitimera dig' }).click();
      await pickPerson(signing, SIGNATORY);
      await expect(signing.getByText('Du intygar nu det som systemet skickar.')).toBeVisible();
      await other.close();

      // The page that was open before says that somebody was faster; looked at anew it can be turned off.
      await page.reload();
      await expect(page.getByText('Birgitta Nyström intygar det som systemet skickar.')).toBeVisible();
      await page.getByRole('checkbox', { name: `Ja, stäng av ${name}` }).check();
      await page.getByRole('button', { name: 'Stäng av systemet' }).click();
      await expect(page.getByText('Systemet är avstängt.')).toBeVisible();
      expect(await getsIn(page, clientId, secret)).toBe(401);
    });

    test('is told of changes at an address that is public, and of nothing once it is removed', async ({
      page,
    }) => {
      await logIn(page, ADMINISTRATOR, '/provider/systems/webhooks/new');
      await page.getByLabel('Adress').fill('https://10.0.0.8/hooks');
      await page.getByRole('button', { name: 'Lägg till mottagaren' }).click();
      await expect(
        page.getByRole('link', { name: 'Adressen leder inte till en dator som nås från internet.' }),
      ).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      // Public by the registries, and nobody answers there.
      const host = '192.31.196.1';
      await page.getByLabel('Adress').fill(`https://${host}/hooks`);
      await page.getByRole('button', { name: 'Lägg till mottagaren' }).click();
      await expect(page.locator('code')).toHaveText(/^whsec_[\w-]{43}$/);
      await page.getByRole('link', { name: 'Klar, visa mottagaren' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(host);
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole('button', { name: 'Pausa' }).click();
      await expect(page.getByRole('button', { name: 'Starta igen' })).toBeVisible();
      await page.getByRole('checkbox', { name: 'Ja, ta bort mottagaren' }).check();
      await page.getByRole('button', { name: 'Ta bort mottagaren' }).click();
      await expect(page.getByText('Mottagaren är borttagen.')).toBeVisible();
    });
  });
}

test('a coach is told in words that systems are somebody else’s', async ({ page }) => {
  await logIn(page, /^Amina Warsame/, '/provider/systems');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det här kan du inte öppna');
});
