import type { Locator, Page } from '@playwright/test';
import { logIn, pickPerson } from './actions/log-in.ts';
import { changeRows, rowsOf } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { type StartedPortal, startDemo } from './portal.ts';
import { expect, test } from './portal-test.ts';

const SIGNATORY = /^Birgitta Nyström/;
const DECIDER = /^Anders Wiklund/;
const CLOSER = /^Lena Fors/;
const STARTER = /^Jonas Berg/;
const AUTHORISER = /^Eva Strand/;
const PARTICIPANT = 'Susanne Bergqvist';

// A portal of its own: a statement run takes in everything, and other tests run one too.
const PORT = String(Number(process.env['E2E_PORT']) + 100);
test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.use({ baseURL: `http://localhost:${PORT}` });
let portal: StartedPortal;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startDemo(PORT);
});
test.afterAll(async () => await portal.stop());

const seen = { statement: '', dispute: '', amount: '', payDay: '' };

function swedishDay(daysFromNow: number): string {
  const day = new Date(Date.now() + daysFromNow * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(day);
}

async function runStatements(page: Page, cutOff: string): Promise<void> {
  await logIn(page, STARTER);
  await page.getByLabel('Brytdag').fill(cutOff);
  await page.getByRole('button', { name: 'Visa vad som kommer med' }).click();
  await page.getByRole('button', { name: /^Starta/ }).click();
  await expect(page.getByRole('link', { name: 'Tallmo Arbetsliv AB' })).toBeVisible({ timeout: 60_000 });
}

/** The newest statement of the own provider. */
async function openStatement(page: Page): Promise<void> {
  await logIn(page, SIGNATORY, '/provider/statements');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await page.waitForURL(/\/provider\/statements\/[0-9a-f-]{36}/);
}

/** The participant's month that is not paid because its report was rejected. */
function rejectedMonth(page: Page): Locator {
  return page
    .locator('#not-paid')
    .getByRole('row', { name: new RegExp(PARTICIPANT) })
    .filter({ hasText: 'Rapporten är avslagen' });
}

test('a run proposes statements, and the signatory disputes an amount that is not paid', async ({ page }) => {
  const [latest] = await rowsOf<{ cutOff: string }>(
    'SELECT max(cut_off)::text AS "cutOff" FROM statement_run',
    [],
    portal.folder,
  );
  // On the first of a month the demo's own run is of yesterday already.
  if ((latest?.cutOff ?? '') < swedishDay(-1)) await runStatements(page, swedishDay(-1));
  await openStatement(page);
  await expectSoundPage(page);
  seen.statement = new URL(page.url()).pathname;
  await rejectedMonth(page)
    .getByRole('link', { name: /Invänd mot beloppet/ })
    .click();
  await expectSoundPage(page);
  const why = page.getByRole('textbox', { name: /^Varför håller ni inte med/ });
  await why.fill('Fel.');
  await page.getByRole('button', { name: 'Skicka invändningen' }).click();
  await expect(page.locator('#error-summary')).toContainText('minst tio tecken');
  await expect(why).toHaveValue('Fel.');
  await expectSoundPage(page);
  await why.fill('Deltagaren var med på alla möten. Närvarolistorna har vi skickat till granskaren.');
  await page.getByRole('button', { name: 'Skicka invändningen' }).click();
  await expect(page.getByText('Invändningen är skickad.')).toBeVisible();
  seen.dispute = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expectSoundPage(page);
});

test('the reviewer who was wrong takes the decision up again, seeing its kronor, and approves', async ({
  page,
}) => {
  await logIn(page, DECIDER, `/review/disputes/${seen.dispute}`);
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Öppna rapporten i granskningen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(PARTICIPANT);
  await page.getByText('Ta upp beslutet på nytt').click();
  await expectSoundPage(page);
  await page
    .getByRole('textbox', { name: /^Motivering till leverantören/ })
    .fill('Närvarolistorna visar att mötena blev av.');
  await page.getByRole('button', { name: 'Ta upp på nytt' }).click();
  await page.getByRole('radio', { name: /^Godkänn/ }).check();
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Besluta' }).click();
  await expect(page.getByText(/^Beslutet är fattat: godkänd/)).toBeVisible();
});

test('another reviewer closes the dispute with what the facts give now', async ({ page }) => {
  await logIn(page, CLOSER, '/review/disputes');
  await expectSoundPage(page);
  await page.goto(`/review/disputes/${seen.dispute}`);
  const effect = page.getByText(/^Nästa underlag rättar med/);
  await expect(effect).toBeVisible();
  seen.amount = /\+[\d\s]+(,\d\d)?\skr/.exec((await effect.textContent()) ?? '')?.[0] ?? '';
  expect(seen.amount).not.toBe('');
  await expectSoundPage(page);
  await page.getByRole('textbox', { name: /^Svar till leverantören/ }).fill('Ni har rätt. Månaden betalas.');
  await page.getByRole('button', { name: 'Svara och avsluta, beloppet rättas' }).click();
  await expect(page.getByText('Invändningen är avslutad.')).toBeVisible();
  await expectSoundPage(page);
});

test('the next run nets it, and the signatory accepts', async ({ page }) => {
  await runStatements(page, swedishDay(0));
  await openStatement(page);
  expect(new URL(page.url()).pathname).not.toBe(seen.statement);
  await expect(rejectedMonth(page)).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: new RegExp(PARTICIPANT) }).first()).toBeVisible();
  const [posted] = await rowsOf<{ posted: string; effect: string }>(
    `SELECT (SELECT sum(l.amount_ore) FROM statement_line l JOIN statement s ON s.id = l.statement_id
        WHERE l.placement_id = d.placement_id AND s.cut_off > o.cut_off AND l.key LIKE d.key || ':%') AS posted, d.effect_ore AS effect
      FROM statement_dispute d JOIN statement o ON o.id = d.statement_id WHERE d.id = $1`,
    [seen.dispute],
    portal.folder,
  );
  expect(posted?.posted).toBe(posted?.effect);
  await page.getByRole('link', { name: 'Godkänn underlaget' }).click();
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Godkänn underlaget' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('är godkänt');
  await expectSoundPage(page);
});

test('who started the run cannot authorise; another payer does, with e-ID', async ({ page }) => {
  await logIn(page, STARTER, '/payments/pay-days');
  await expectSoundPage(page);
  const own = page.getByRole('row', { name: /Tallmo Arbetsliv AB/ }).filter({
    hasText: 'Du har startat avräkningen',
  });
  // What is accepted too late for the nearest day comes with the next.
  for (const nth of [0, 1]) {
    await page.goto('/payments/pay-days');
    seen.payDay =
      (await page.getByRole('table').first().getByRole('link').nth(nth).getAttribute('href')) ?? '';
    await page.goto(`${seen.payDay}?view=hindered`);
    if ((await own.count()) > 0) break;
  }
  await expect(own).toBeVisible();
  await expectSoundPage(page);

  await logIn(page, AUTHORISER, seen.payDay);
  await expectSoundPage(page);
  await page
    .getByRole('link', { name: /^Kontrollera/ })
    .first()
    .click();
  await expect(page.getByRole('main')).toContainText('Tallmo Arbetsliv AB');
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Legitimera dig och attestera' }).click();
  await pickPerson(page, AUTHORISER);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/är attesterad/);
  await expectSoundPage(page);
});

test('when the bank has paid, the payer confirms it and the provider sees it', async ({ page }) => {
  // The pay day comes.
  await changeRows(
    `ALTER TABLE authorisation DISABLE TRIGGER authorisation_append_only;
     UPDATE authorisation SET pay_on = '${swedishDay(0)}' WHERE pay_on > '${swedishDay(0)}';
     ALTER TABLE authorisation ENABLE TRIGGER authorisation_append_only`,
    portal.folder,
  );
  const [authorisation] = await rowsOf<{ id: string }>(
    'SELECT id::text FROM authorisation ORDER BY authorised_at DESC LIMIT 1',
    [],
    portal.folder,
  );
  await logIn(page, AUTHORISER, `/payments/pay-days/authorisations/${authorisation?.id}`);
  await expectSoundPage(page);
  await page.getByLabel('Dag då banken betalade').fill(swedishDay(0));
  await page.getByRole('button', { name: 'Bekräfta som betald' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/är betald/);
  await expectSoundPage(page);
  await logIn(page, SIGNATORY, '/provider/statements');
  await expect(page.getByRole('main').getByRole('table')).toContainText('Betalades');
  await expectSoundPage(page);
});
