import type { Page } from '@playwright/test';
import { logIn } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const COACH = /^Johan Lindqvist/;
const ASSESSOR = /^Mikael Nyberg/;
const DECIDER = /^Sara Håkansson/;
const PARTICIPANT = /^Piotr Zieliński/;
const NAME = 'Mikael Åberg';
const INTERRUPTED = 'Dawit Mengistu';
const BASIS = {
  'Vad har ni gjort under perioden?': 'Vi har haft möten varje vecka och besökt tre arbetsgivare.',
  'Hur har det gått, och vad har blivit bättre?':
    'Deltagaren söker jobb på egen hand och har varit på en intervju.',
  'Vad återstår?': 'Körkortet är inte klart, och det krävs hos de flesta arbetsgivare.',
  'Varför skulle en period till hjälpa?': 'Uppkörningen är bokad, och en arbetsgivare väntar på den.',
  'Vad är målet med en period till?': 'Anställning som chaufför på heltid inom fyra månader.',
};
const REASON = 'Målet är nära, och planen för period 2 är tydlig.';

test.describe.configure({ mode: 'serial' });

async function openCase(page: Page, kind: string, name: string): Promise<void> {
  await page.goto(`/admin/documents?kind=${kind}`);
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function openPlacement(page: Page, name: string): Promise<void> {
  await page.goto(`/admin/placements?q=${encodeURIComponent(name)}`);
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

test('the coach sees whose period ends, and writes the basis with the keyboard alone', async ({ page }) => {
  await logIn(page, COACH);
  await page.goto('/provider/participants/ending?within=90');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Perioder som snart tar slut');
  await expectSoundPage(page);
  await page.getByRole('link', { name: `Skriv underlag för ${NAME}` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Underlag för förlängning');
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Granska innan du skickar' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#error-summary')).toBeFocused();
  await expect(page.locator('#error-summary')).toContainText('Beskriv vad som har gjorts');
  await expectSoundPage(page);
  await page.getByLabel('Vad har ni gjort under perioden?').focus();
  for (const text of Object.values(BASIS)) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  }
  for (const [label, text] of Object.entries(BASIS)) await expect(page.getByLabel(label)).toHaveValue(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Så här blir det som skickas' })).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Skicka', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Skickad. Du får besked när någon har läst den.')).toBeVisible();
});

test('who assesses cannot decide it, and hands it up once with the facts', async ({ page }) => {
  await logIn(page, ASSESSOR);
  await openCase(page, 'extension', NAME);
  await expect(page.getByRole('button', { name: 'Spara beslutet' })).toBeHidden();
  await expectSoundPage(page);
  await page
    .getByLabel('Din bedömning')
    .fill('Uppkörningen är bokad, och arbetsgivaren har bekräftat. Jag föreslår förlängning.');
  await page.getByRole('button', { name: 'Lämna vidare' }).click();
  await expect(page.getByText('Ärendet är lämnat vidare för beslut.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lämna vidare' })).toBeHidden();
});

test('who decides sees the kronor and gives a second period with the same coach', async ({ page }) => {
  await logIn(page, DECIDER);
  await openCase(page, 'extension', NAME);
  const kronor = page.getByRole('region', { name: 'Vad en period till innebär' });
  await expect(kronor).toContainText('Johan Lindqvist');
  await expect(kronor).toContainText('kr');
  await expect(kronor).toContainText('180 dagar');
  await expectSoundPage(page);
  await page.getByRole('radio', { name: 'Förläng', exact: true }).check();
  await page.getByLabel('Motivering').fill(REASON);
  await page.getByRole('button', { name: 'Spara beslutet' }).click();
  await expect(page.getByText('Beslutet är sparat')).toBeVisible();
  await expect(page.getByText('Samma handledare fortsätter')).toBeVisible();
  await expectSoundPage(page);
  await openPlacement(page, NAME);
  await expect(page.getByText(/^Förlängning till och med/)).toBeVisible();
  await expect(page.getByText('Period 2', { exact: true }).first()).toBeVisible();
  await expectSoundPage(page);
});

test('the provider sees it, and who prolonged what has gone out of the list', async ({ page }) => {
  await logIn(page, COACH);
  await page.goto('/provider/participants/ending?within=90');
  await expect(page.getByRole('link', { name: NAME, exact: true })).toBeHidden();
  await page.goto(`/provider/participants?q=${encodeURIComponent(NAME)}`);
  await page.getByRole('link', { name: NAME }).first().click();
  await expect(page.getByText('Johan Lindqvist').first()).toBeVisible();
  await expect(page.getByText(/Period 2/).first()).toBeVisible();
});

test('the participant is told what is asked for, then what is decided and why', async ({ page }) => {
  await logIn(page, PARTICIPANT);
  await expect(page.getByText('Din leverantör har bett om en period till för dig.')).toBeVisible();
  await expectSoundPage(page);
  await page.context().clearCookies();
  await logIn(page, DECIDER);
  await openCase(page, 'extension', 'Piotr Zieliński');
  await page.getByRole('radio', { name: 'Förläng', exact: true }).check();
  await page.getByLabel('Motivering').fill(REASON);
  await page.getByRole('button', { name: 'Spara beslutet' }).click();
  await expect(page.getByText('Beslutet är sparat')).toBeVisible();
  await page.context().clearCookies();
  await logIn(page, PARTICIPANT);
  await expect(page.getByText(/^Du får en period till/)).toBeVisible();
  await expect(page.getByText('Du har kvar din leverantör och handledare.')).toBeVisible();
  await expect(page.getByText(REASON)).toBeVisible();
  await expect(page.getByText('Period 2 börjar')).toBeVisible();
  await expectSoundPage(page);
});

test.describe('an interruption', () => {
  test('is asked for from the card, with what was adapted and what the participant says', async ({
    page,
  }) => {
    await logIn(page, COACH);
    await page.goto(`/provider/participants?q=${encodeURIComponent('Johanna Ekdahl')}`);
    await page.getByRole('link', { name: 'Johanna Ekdahl' }).first().click();
    await page.getByRole('link', { name: /^Begär avbrott/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Begäran om avbrott');
    await expectSoundPage(page);
    await page.getByRole('radio', { name: 'Föräldraledighet' }).check();
    await page.getByLabel('Vad har hänt?').fill('Deltagaren blir förälder i nästa månad.');
    await page
      .getByLabel('Vad har ni anpassat och prövat?')
      .fill('Vi har talat om distans, men deltagaren vill vara ledig.');
    await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
    await expect(page.locator('#error-summary')).toContainText('Skriv vad deltagaren själv säger');
    await expect(page.locator('#error-summary')).toContainText('Ange sista dagen i tjänsten');
    await page.getByLabel('Vad säger deltagaren själv?').fill('Jag kommer gärna tillbaka sedan.');
    await page
      .getByLabel('Sista dag som ni önskar')
      .fill(await page.evaluate(() => new Date().toISOString().slice(0, 10)));
    await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
    await expect(page.getByRole('heading', { name: 'Så här blir det som skickas' })).toBeVisible();
    await expectSoundPage(page);
    await page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await expect(page.getByText('Skickad. Du får besked när någon har läst den.')).toBeVisible();
  });

  test('is decided with its kronor in sight; another day is shown anew', async ({ page }) => {
    await logIn(page, DECIDER);
    await openCase(page, 'interruptionRequest', INTERRUPTED);
    await expect(page.getByText('Jag har mycket hemma nu och hinner inte.', { exact: false })).toBeVisible();
    await expect(page.getByRole('region', { name: /^Om sista dagen blir/ })).toBeVisible();
    await expectSoundPage(page);
    const lastDay = page.getByLabel('Sista dag i tjänsten');
    const wished = await lastDay.inputValue();
    const sooner = new Date(Date.parse(wished) - 86_400_000).toISOString().slice(0, 10);
    await lastDay.fill(sooner);
    await page.getByRole('radio', { name: 'Besluta om avbrott' }).check();
    await page.getByLabel('Motivering').fill('Deltagaren deltar inte trots flera anpassningar.');
    await page.getByRole('button', { name: 'Spara beslutet' }).click();
    await expect(page.locator('#error-summary')).toContainText('Läs kronorna en gång till');
    await expect(lastDay).toHaveValue(sooner);
    await expectSoundPage(page);
    await page.getByRole('button', { name: 'Spara beslutet' }).click();
    await expect(page.getByText('Beslutet är sparat')).toBeVisible();
    await expect(
      page.getByText('Slutredovisningen ska vara inne senast', { exact: false }).first(),
    ).toBeVisible();
    await expectSoundPage(page);
  });

  test('that was wrong is taken back, and a placement is ended on the authority’s own initiative', async ({
    page,
  }) => {
    await logIn(page, DECIDER);
    await openPlacement(page, INTERRUPTED);
    await expect(page.getByText(/^Avbrott, sista dag/)).toBeVisible();
    await page.getByRole('link', { name: 'Ta tillbaka slutet' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ta tillbaka slutet');
    await expectSoundPage(page);
    await page.getByRole('button', { name: 'Ta tillbaka slutet' }).click();
    await expect(page.locator('#error-summary')).toContainText('Skriv varför');
    await page.getByLabel('Motivering').fill('Deltagaren har hört av sig och vill fortsätta.');
    await page.getByRole('button', { name: 'Ta tillbaka slutet' }).click();
    await expect(page.getByText('Slutet är taget tillbaka.')).toBeVisible();
    await page.getByRole('link', { name: 'Avsluta placeringen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Avsluta placeringen');
    await expectSoundPage(page);
    await page.getByLabel('Orsak till avbrottet').selectOption('Deltagaren vill själv sluta');
    await page.getByLabel('Motivering').fill('Deltagaren har ringt och vill sluta i dag.');
    await page.getByRole('button', { name: 'Besluta om avbrott' }).click();
    await expect(page.locator('#error-summary')).toContainText('Läs kronorna en gång till');
    await expectSoundPage(page);
    await page.getByRole('button', { name: 'Besluta om avbrott' }).click();
    await expect(page.getByText('Placeringen är avslutad.')).toBeVisible();
    await expectSoundPage(page);
  });
});

test('a period is refused without a basis: the placement ends with it', async ({ page }) => {
  await logIn(page, DECIDER);
  await openPlacement(page, 'Ingrid Stålnacke');
  await page.getByRole('link', { name: 'Besluta om förlängning' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Förlängning');
  await expectSoundPage(page);
  await page.getByLabel('Motivering').fill('Deltagaren börjar studera när perioden tar slut.');
  await page.getByRole('button', { name: 'Besluta att inte förlänga' }).click();
  await expect(page.getByText('Perioden förlängs inte.', { exact: false }).first()).toBeVisible();
  await expectSoundPage(page);
});
