import type { Locator, Page } from '@playwright/test';
import { logIn, logOut } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

/** Coach in the demo whose participants no other journey reports absent. */
const COACH = /^Johan Lindqvist, coach/;
const CASEWORKER = /^Mikael Nyberg, caseworker/;

const cause = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'Vad har hänt?' }).getByLabel(name, { exact: true });
const onDay = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'När?' }).getByLabel(new RegExp(`^${name}`));

/** Whose absence it is: the nth of the coach's own participants. */
async function pick(page: Page, nth: number): Promise<string> {
  const link = page.getByRole('list', { name: 'Vem gäller det?' }).getByRole('link').nth(nth);
  const name = await link.innerText();
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Avvikelserapport');
  return name;
}

async function writeTimes(page: Page, expected: string, absent: string): Promise<void> {
  await page.getByLabel('Planerad tid').fill(expected);
  await page.getByLabel('Frånvaro', { exact: true }).fill(absent);
}

const look = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Granska innan du skickar' }).click();
const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Skicka', exact: true }).click();
const expectSent = (page: Page): Promise<void> =>
  expect(page.getByText('Skickad. Du får besked när någon har läst den.')).toBeVisible();

/** Presses of a thumb, as the page saw them. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  let presses = 0;
  await page.exposeFunction('tellPress', () => {
    presses += 1;
  });
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => {
      const tell: unknown = Reflect.get(window, 'tellPress');
      if (typeof tell === 'function') tell();
    });
  });
  return async () => {
    await page.waitForTimeout(50);
    return presses;
  };
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('absence is reported in six presses and nothing typed, from what there is to do', async ({ page }) => {
    await logIn(page, COACH, '/provider');
    const pressed = await countPresses(page);
    await page.reload();
    await page.getByRole('link', { name: 'Anmäl frånvaro' }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmäl frånvaro eller avvikelse');
    await page.getByRole('list', { name: 'Vem gäller det?' }).getByRole('link').first().tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Avvikelserapport');
    await expect(onDay(page, 'I dag')).toBeChecked();
    await onDay(page, 'I går').tap();
    await cause(page, 'Sjuk').tap();
    await expect(page.getByLabel('Planerad tid')).not.toHaveValue('');
    await expect(page.getByLabel('Frånvaro', { exact: true })).toHaveValue(
      await page.getByLabel('Planerad tid').inputValue(),
    );
    if (await page.getByLabel('Både frånvaron och loggen stämmer').isVisible())
      await writeTimes(page, '8 tim', '20 min');
    await page.getByRole('button', { name: 'Granska innan du skickar' }).tap();
    await expect(page.locator('#preview')).toBeVisible();
    await page.getByRole('button', { name: 'Skicka', exact: true }).tap();
    await expectSent(page);
    expect(await pressed()).toBe(6);
    await expectSoundPage(page);
  });

  test('each step is sound, and the log speaks up while the time is typed', async ({ page }) => {
    test.setTimeout(180_000);
    await logIn(page, COACH, '/provider/absence');
    await expectSoundPage(page);
    await pick(page, 1);
    await expectSoundPage(page);
    const form = page.url();
    const logged = await loggedDay(page);
    await onDay(page, 'En annan dag').check();
    await page.getByLabel('Vilken dag?').fill(logged);
    await cause(page, 'Vård av barn').check();
    await writeTimes(page, '8 tim', '8 tim');
    const words = /^I loggen står .* men frånvaron gäller hela tiden\.$/;
    const said = page.getByText(words);
    await expect(said).toBeVisible();
    await expect(page.getByLabel('Både frånvaron och loggen stämmer')).toBeVisible();
    await expectSoundPage(page);
    await writeTimes(page, '8 tim', '20 min');
    await expect(said).toBeHidden();
    await writeTimes(page, '8 tim', '8 tim');
    await look(page);
    await expect(page.getByRole('link', { name: words })).toBeVisible();
    await expectSoundPage(page);
    await page.getByLabel('Både frånvaron och loggen stämmer').check();
    await look(page);
    await expect(page.locator('#preview')).toContainText('I loggen står');
    await expectSoundPage(page);
    await send(page);
    await expectSent(page);
    // The other way round: the log knows of the absence.
    await page.goto(`/provider/log?week=${logged}&participant=${placementOf(form)}`);
    await expect(page.getByRole('link', { name: 'Anmäld frånvarande den dagen' }).first()).toBeVisible();
    await page
      .getByRole('group', { name: /^Deltagare/ })
      .getByRole('checkbox')
      .first()
      .check();
    await page.getByLabel('Annan dag').fill(logged);
    await expect(page.getByText(/är anmäld frånvarande hela tiden/)).toBeVisible();
    await expectSoundPage(page);
  });
});

test('with the keyboard alone', async ({ page }) => {
  await logIn(page, COACH, '/provider/absence');
  await pick(page, 2);
  await onDay(page, 'I dag').focus();
  await page.keyboard.press('ArrowDown');
  await expect(onDay(page, 'I går')).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(cause(page, 'Sjuk')).toBeFocused();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowDown');
  await expect(cause(page, 'Okänd orsak')).toBeChecked();
  await page.getByLabel('Planerad tid').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('8 tim');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('30 min');
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('group', { name: 'Har ni nått deltagaren?' }).getByLabel('Ja', { exact: true }),
  ).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const preview = page.locator('#preview');
  await expect(preview).toBeFocused();
  await expect(preview).toContainText('Frånvaro av okänd orsak anmäls samma dag.');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skicka', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectSent(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 720 } });

  test('only the questions of the cause are seen, a double leads to what it doubles', async ({ page }) => {
    const jobs = page.getByLabel('Vilket arbete tackade deltagaren nej till?');
    for (const again of [false, true]) {
      await logIn(page, COACH, '/provider/absence');
      await pick(page, 3);
      await expect(jobs).toBeHidden();
      await page.getByText('Något annat än frånvaro').click();
      await cause(page, 'Tackade nej till ett arbete').check();
      await expect(page.getByLabel('Planerad tid')).toBeHidden();
      await expect(page.getByLabel('Har ni nått deltagaren?')).toBeHidden();
      if (!again) {
        await look(page);
        await expect(page.getByRole('link', { name: 'Skriv vad det gällde.' })).toBeVisible();
      }
      await jobs.fill('Lagerarbete på halvtid');
      await page.getByLabel('Vilket skäl gav deltagaren?').fill('Ville ha heltid.');
      await look(page);
      if (again) break;
      await send(page);
      await expectSent(page);
    }
    await expect(
      page.getByRole('link', { name: /^Det finns redan en anmälan med samma orsak/ }),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Rätta anmälan som finns' }).click();
    await expect(page.getByLabel('Vad var fel?')).toBeVisible();
    await expect(jobs).toHaveValue('Lagerarbete på halvtid');
  });
});

test('a caseworker asks for completion, the coach completes, it is received with what follows', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await logIn(page, COACH, '/provider/absence');
  const name = await pick(page, 4);
  await page.getByText('Något annat än frånvaro').click();
  await cause(page, 'Stör eller missköter sig').check();
  await page.getByLabel('Vad hände?').fill('Deltagaren lämnade kursen efter ett gräl.');
  await page.getByLabel('Vad har ni gjort åt det?').fill('Vi har talat med båda.');
  await look(page);
  await send(page);
  await expectSent(page);
  const own = page.url();
  await logOut(page);

  await logIn(page, CASEWORKER, `/admin/documents?kind=deviationReport&q=${encodeURIComponent(name)}`);
  await expectSoundPage(page);
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await page.getByLabel('Skicka tillbaka för komplettering').check();
  await page.getByLabel(/^Motivering/).fill('Skriv när det hände och vad som sades.');
  await page.getByRole('button', { name: 'Spara beslutet' }).click();
  await expect(page.getByText('Beslutet är sparat, och de som väntar har fått besked.')).toBeVisible();
  await logOut(page);

  await logIn(page, COACH, new URL(own).pathname);
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Komplettera' }).first().click();
  await expect(page.getByText('Skriv när det hände och vad som sades.').first()).toBeVisible();
  await expectSoundPage(page);
  await page
    .getByLabel('Vad hände?')
    .fill('På förmiddagen lämnade deltagaren kursen efter ett gräl om platserna.');
  await look(page);
  await send(page);
  await expectSent(page);
  await logOut(page);

  await logIn(page, CASEWORKER, `/admin/documents?kind=deviationReport&q=${encodeURIComponent(name)}`);
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await page.getByLabel('Ta emot').check();
  await page.getByLabel(/^Vad händer nu\?/).fill('Vi ses alla tre nästa vecka.');
  await page.getByRole('button', { name: 'Spara beslutet' }).click();
  await expect(page.getByText('Vi ses alla tre nästa vecka.').first()).toBeVisible();
  await expectSoundPage(page);
});

/** The latest day on which the participant of the form has support in the log. */
async function loggedDay(page: Page): Promise<string> {
  const placementId = placementOf(page.url());
  const form = page.url();
  for (let weeks = 1; weeks <= 4; weeks += 1) {
    const week = new Date(Date.now() - weeks * 7 * 86_400_000).toISOString().slice(0, 10);
    await page.goto(`/provider/log?week=${week}&participant=${placementId}`);
    const day = page
      .locator('section[aria-labelledby^="day-"]:has(li)')
      .filter({ hasText: 'Individuellt möte' })
      .first();
    if ((await day.count()) === 0) continue;
    const id = (await day.getAttribute('aria-labelledby')) ?? '';
    await page.goto(form);
    return id.replace('day-', '');
  }
  throw new Error('The demo’s participant has nothing in the log');
}

/** The placement in the address of a form. */
function placementOf(form: string): string {
  return /participants\/([^/]+)\//.exec(form)?.[1] ?? '';
}
