import type { Page } from '@playwright/test';
import { logIn } from './actions/log-in.ts';
import { rowsOf } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const COACH = /^Rahel Tekle/;
const ASSESSOR = /^Mikael Nyberg/;
const DECIDER = /^Sara Håkansson/;
const REVIEWER = /^Anders Wiklund/;

/** From a signal to pay that waits for its day: sent, handed up, the placement ended, reported, approved. */
test.describe.configure({ mode: 'serial', timeout: 180_000 });

type Chosen = { readonly id: string; readonly name: string; readonly signatory: string };

/** Somebody whom the coach supports, for whom nothing has been told yet, and who attests for their provider. */
async function chosen(): Promise<Chosen> {
  const [found] = await rowsOf<Chosen>(
    `SELECT l.id::text, n.given_name || ' ' || n.family_name AS name, (SELECT s.given_name || ' ' || s.family_name FROM membership m
        JOIN person s ON s.id = m.person_id
        WHERE m.provider_id = l.provider_id AND m.role = 'signatory' ORDER BY m.id LIMIT 1) AS signatory
      FROM placement l JOIN participant q ON q.id = l.participant_id JOIN person n ON n.id = q.person_id JOIN person c ON c.id = l.coach_person_id
     WHERE c.given_name = 'Rahel' AND NOT l.protected AND l.cancelled_at IS NULL AND l."end" IS NULL
       AND l."from" <= current_date - 40 AND l."to" > current_date + 14 AND n.given_name <> 'Juho'
       AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.placement_id = l.id)
       AND NOT EXISTS (SELECT 1 FROM document d WHERE d.placement_id = l.id AND d.kind = 'signal' AND d.content ->> 'employerName' <> 'Smedjans Bageri AB')
     ORDER BY l."from", l.id LIMIT 1`,
    [],
  );
  return found ?? (await told());
}

/** The same person when the story has begun. */
async function told(): Promise<Chosen> {
  const [found] = await rowsOf<Chosen>(
    `SELECT l.id::text, n.given_name || ' ' || n.family_name AS name, (SELECT s.given_name || ' ' || s.family_name FROM membership m
        JOIN person s ON s.id = m.person_id
        WHERE m.provider_id = l.provider_id AND m.role = 'signatory' ORDER BY m.id LIMIT 1) AS signatory
      FROM document d JOIN placement l ON l.id = d.placement_id JOIN participant q ON q.id = l.participant_id JOIN person n ON n.id = q.person_id
     WHERE d.kind = 'signal' AND d.content ->> 'employerName' = 'Smedjans Bageri AB'`,
    [],
  );
  if (found === undefined) throw new Error('Nobody to signal for');
  return found;
}

function daysAgo(days: number): string {
  const day = new Date(Date.now() - days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(day);
}

async function openCase(page: Page, name: string): Promise<void> {
  await page.goto(`/admin/documents?kind=signal&q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signal om arbete eller studier');
}

/** Goes to what has the focus next, until it is the one that is looked for. */
async function tabTo(page: Page, isThere: string): Promise<void> {
  for (let n = 0; n < 120; n += 1) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, isThere))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${isThere}`);
}

test('a coach signals work: what is wrong is named, what is right is previewed and sent', async ({
  page,
}) => {
  const { id } = await chosen();
  await logIn(page, COACH);
  await page.goto(`/provider/participants/${id}`);
  await page.getByRole('link', { name: 'Signalera arbete eller studier' }).first().click();
  await expectSoundPage(page);
  await page.getByRole('radio', { name: 'Arbete' }).check();
  await page.getByLabel('Första dagen').fill(daysAgo(20));
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await expect(page.locator('#error-summary')).toContainText('Omfattningen ska vara ett helt tal');
  await page.getByLabel('Omfattning i procent av heltid').fill('100');
  await page.getByLabel('Arbetsgivare eller skola').fill('Smedjans Bageri AB');
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await expect(page.getByRole('heading', { name: 'Så här blir det som skickas' })).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Skicka', exact: true }).click();
  await expect(page.getByText('Arbete, 100 procent').first()).toBeVisible();
  await expectSoundPage(page);
});

test('an assessor hands it up with what speaks for it', async ({ page }) => {
  const { name } = await told();
  await logIn(page, ASSESSOR);
  await openCase(page, name);
  await page.getByLabel('Din bedömning').fill('Arbetsgivaren har bekräftat anställningen på telefon.');
  await page.getByRole('button', { name: 'Lämna vidare', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Lämna vidare', exact: true })).toBeHidden();
});

test('who decides sees the kronor of either course, and ends the placement – by the keyboard alone', async ({
  page,
}) => {
  const { name } = await told();
  await logIn(page, DECIDER);
  await openCase(page, name);
  const table = page.getByRole('table', { name: /Det här ger placeringen i allt/ });
  await expect(table).toContainText('Snabbhetspremie');
  await expectSoundPage(page);
  await tabTo(page, 'input[name="verdict"]');
  await page.keyboard.press('Space');
  await tabTo(page, 'input[name="answer.course"][value="end"]');
  await page.keyboard.press('Space');
  await tabTo(page, 'textarea[name="reason"]');
  await tabTo(page, 'form[action$="/decide"] button');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Placeringen avslutas med resultat.')).toBeVisible();
  await expectSoundPage(page);
});

test('the coach reports the outcome, filled in from the signal', async ({ page }) => {
  const { name } = await told();
  await logIn(page, COACH);
  await page.goto('/provider/outcomes');
  await expectSoundPage(page);
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Resultatredovisning');
  await expect(page.getByLabel('Namn på arbetsgivare eller skola').first()).toHaveValue('Smedjans Bageri AB');
  await page.getByLabel('Organisationsnummer').first().fill('556036-0794');
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await expect(page.locator('#error-summary')).toContainText('Organisationsnumret stämmer inte');
  await expectSoundPage(page);
  await page.getByLabel('Organisationsnummer').first().fill('556036-0793');
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await expect(page.getByRole('heading', { name: 'Så här blir det som skickas' })).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Skicka resultatredovisningen' }).click();
  await expect(page.getByText('Resultatredovisningen är skickad.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lämna underlag' })).toBeVisible();
  await expectSoundPage(page);
});

test('a reviewer approves it, and those who see money read what waits for its day, and what it needs', async ({
  page,
}) => {
  const { name, signatory } = await told();
  await logIn(page, REVIEWER);
  await page.goto('/review/outcomes');
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('radio', { name: 'Godkänn' }).check();
  await page.getByRole('button', { name: 'Besluta' }).click();
  await expect(page.getByText('Beslutet är fattat.')).toBeVisible();
  await logIn(page, new RegExp(`^${signatory}`));
  if (page.url().includes('/choose-role')) {
    await page.getByRole('button', { name: 'Fortsätt som behörig att intyga' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/choose-role'));
  }
  await page.goto('/provider/outcomes');
  await page.getByRole('link', { name }).first().click();
  await expect(
    page.getByRole('heading', { name: 'Väntar på sin dag' }).or(page.getByText('Väntar på sin dag')).first(),
  ).toBeVisible();
  const amounts = page.getByRole('table', { name: /Ersättningen i dag/ });
  await expect(amounts).toContainText('Resultatersättning');
  await expect(amounts).toContainText('behöver fortsätta till och med');
  await expectSoundPage(page);
});
