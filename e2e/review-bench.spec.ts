import type { Page } from '@playwright/test';
import { logIn } from './actions/log-in.ts';
import { changeRows, rowsOf } from './database.ts';
import { expectSoundStep } from './expects/sound-step.ts';
import { type StartedPortal, startDemo } from './portal.ts';
import { expect, test } from './portal-test.ts';

const FIRST = /^Lena Fors/;
const SECOND = /^Anders Wiklund/;
const REASON = 'Skriv vilken dag mötet hölls och hur länge det varade.';

// A portal of its own: what is decided here no other test has to decide.
const PORT = String(Number(process.env['E2E_PORT']) + 160);
test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.use({ baseURL: `http://localhost:${PORT}` });
let portal: StartedPortal;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startDemo(PORT);
  // Free reports in which nothing has to be seen by a person: the rest of the queue is as the demo has it.
  await changeRows(
    `UPDATE report SET route = 'person', route_reason = 'risk' WHERE status = 'submitted' AND route = 'automatic' AND holds = 0 AND NOT protected`,
    portal.folder,
  );
});
test.afterAll(async () => await portal.stop());

type Report = { readonly id: string; readonly name: string };

/** Reports that wait, free and without holds, in the order of the queue. */
async function waiting(): Promise<readonly Report[]> {
  return await rowsOf<Report>(
    `SELECT r.id::text, p.given_name || ' ' || p.family_name AS name FROM report r JOIN participant d ON d.id = r.participant_id JOIN person p ON p.id = d.person_id
      WHERE r.status = 'submitted' AND r.route = 'person' AND r.route_reason IS DISTINCT FROM 'sample' AND r.holds = 0 AND r.reply_by IS NULL AND NOT r.protected
      ORDER BY r.decide_by, r.amount_ore DESC, r.id`,
    [],
    portal.folder,
  );
}

async function decisionsOf(reportId: string) {
  return await rowsOf<{ decision: string; by: string }>(
    `SELECT d.decision, p.given_name || ' ' || p.family_name AS by FROM review_decision d JOIN person p ON p.id = d.decided_by_person_id WHERE d.report_id = $1`,
    [reportId],
    portal.folder,
  );
}

/** The view of reports alone, where the demo's other cases do not stand between. */
const REPORTS = '/review?kind=periodicReport';

test('the second of two reviewers is told before working, and overwrites nothing; nothing that was written is lost', async ({
  page,
  browser,
}) => {
  const [report] = await waiting();
  if (report === undefined) throw new Error('No report waits');
  const colleague = await browser.newPage();
  await logIn(page, FIRST, REPORTS);
  await expectSoundStep(page);
  await page.getByRole('main').locator(`a[href^="/review/${report.id}"]`).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(report.name);

  await logIn(colleague, SECOND, `/review/${report.id}`);
  await expect(colleague.getByText(/^Lena Fors har också öppnat ärendet, sedan \d\d\.\d\d\.$/)).toBeVisible();
  // The first one is told too, without doing anything.
  await expect(page.getByText(/^Anders Wiklund har också öppnat ärendet/)).toBeVisible({ timeout: 30_000 });
  await expectSoundStep(page);

  await page.locator('#decision-approve').check();
  await page.getByRole('button', { name: /^Besluta/ }).click();
  await expect(page.getByRole('status').getByText(`${report.name}, `)).toContainText('godkänd');
  expect(new URL(page.url()).pathname).not.toContain(report.id);

  await colleague.locator('#decision-return').check();
  await colleague
    .locator('#decision-form')
    .getByRole('combobox', { name: /^Skäl/ })
    .selectOption({ index: 1 });
  await colleague
    .locator('#decision-form')
    .getByRole('textbox', { name: /^Motivering/ })
    .fill(REASON);
  await colleague.getByRole('button', { name: /^Besluta/ }).click();
  await expect(colleague.locator('#error-summary')).toContainText(
    'Rapporten är godkänd. Ditt beslut är inte sparat.',
  );
  await expect(colleague.locator('#error-summary')).toContainText(
    /Lena Fors godkände rapporten .* kl\. \d\d\.\d\d/,
  );
  await expect(colleague.getByRole('main')).toContainText(REASON);
  await expectSoundStep(colleague);
  expect(await decisionsOf(report.id)).toEqual([{ decision: 'approve', by: 'Lena Fors' }]);
  await colleague.close();
});

test('reports without holds are read through and approved together; what changed meanwhile is named, and nothing is half done', async ({
  page,
}) => {
  const [one, two] = await waiting();
  if (one === undefined || two === undefined) throw new Error('Two reports have to wait');
  await logIn(page, FIRST, REPORTS);
  for (const { id } of [one, two]) await page.locator(`[data-queue-choice="${id}"]`).check();
  await page.getByRole('button', { name: 'Läs och godkänn de valda' }).click();
  await expect(page.getByRole('table', { name: 'Det här godkänns' }).getByRole('rowheader')).toHaveCount(3);
  await expectSoundStep(page);

  await changeRows(`UPDATE report SET version = version + 1 WHERE id = '${two.id}'`, portal.folder);
  await page.getByRole('button', { name: 'Godkänn 2 rapporter' }).click();
  await expect(page.locator('#error-summary')).toContainText(`${two.name}, `);
  await expect(page.locator('#error-summary')).toContainText('Rapporten har ändrats sedan du läste listan.');
  expect([...(await decisionsOf(one.id)), ...(await decisionsOf(two.id))]).toEqual([]);

  await page.getByRole('button', { name: 'Godkänn 2 rapporter' }).click();
  await expect(page.getByRole('status').getByText('2 rapporter är godkända.')).toBeVisible();
  expect([...(await decisionsOf(one.id)), ...(await decisionsOf(two.id))]).toEqual([
    { decision: 'approve', by: 'Lena Fors' },
    { decision: 'approve', by: 'Lena Fors' },
  ]);
});

test('with the keys alone one goes through the queue, opens, takes, decides and comes to the next; they can be turned off', async ({
  page,
  keyboard,
}) => {
  const [report] = await waiting();
  if (report === undefined) throw new Error('No report waits');
  await logIn(page, FIRST, REPORTS);
  await goToLine(page, report);
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(report.name);
  await page.keyboard.press('t');
  await expect(page.getByText('Du har tagit rapporten.')).toBeVisible();
  await expect(page.locator('#decision-return')).toHaveAttribute('aria-keyshortcuts', 'R');
  await page.keyboard.press('r');
  await expect(page.locator('#decision-return')).toBeChecked();
  // In a field letters are letters.
  await keyboard.write(page.locator('#decision-form').getByRole('textbox', { name: /^Motivering/ }), REASON);
  await expect(page.locator('#decision-return')).toBeChecked();
  await page.locator('#decision-form').getByRole('combobox', { name: /^Skäl/ }).selectOption({ index: 1 });
  await keyboard.enter(page.getByRole('button', { name: /^Besluta/ }));
  await expect(page.getByRole('status').getByText(`${report.name}, `)).toContainText(
    'återlämnad för komplettering',
  );
  expect(await decisionsOf(report.id)).toEqual([{ decision: 'return', by: 'Lena Fors' }]);
  // The next case: its keys work from when the page has taken over.
  await expect(page.locator('[aria-keyshortcuts]').first()).toBeAttached();
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Att granska');

  await keyboard.enter(page.getByRole('button', { name: 'Stäng av tangenterna' }));
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await expect(page.locator('[data-queue-line]:focus')).toHaveCount(0);
  await expectSoundStep(page);
});

/** Down the list until the report's line has the focus. */
async function goToLine(page: Page, { id }: Report): Promise<void> {
  const line = page.locator(`[data-queue-line][href*="${id}"]`);
  for (let n = 0; n < 50; n += 1) {
    await page.keyboard.press('j');
    if (await line.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`50 times J do not lead to ${id}`);
}
