import { expect, type Locator, type Page } from '@playwright/test';
import { rowsOf } from '../database.ts';
import type { AddedOffice } from './add-office.ts';
import { logIn } from './log-in.ts';

/** The first cell of an office that {@link addOffice} has made. */
export const FIRST_CELL = /^Prov Provsson 0000, Individuellt möte, på plats$/;

/** The month before this one, in which every report can be sent. */
export function lastMonth(): string {
  const [year = 0, month = 0] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })
    .format(new Date())
    .split('-')
    .map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

/** The page takes over from the form without JavaScript. */
export async function expectTakenOver(page: Page): Promise<void> {
  await expect(page.getByText('Det du skriver sparas av sig självt.')).toBeVisible({ timeout: 30_000 });
}

export async function openMonth(page: Page, person: RegExp, { id }: AddedOffice, more = ''): Promise<void> {
  await logIn(page, person, `/provider/months/${lastMonth()}?office=${id}${more}`);
  await expectTakenOver(page);
}

export function cell(page: Page, name: string | RegExp): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

/** Minutes in all drafts of an office, in the order of references. */
export async function draftedMinutes(folder: string, { id }: AddedOffice): Promise<readonly number[]> {
  const rows = await rowsOf<{ minutes: number }>(
    `SELECT coalesce((SELECT sum((r ->> 'minutes')::int) FROM jsonb_array_elements(d.content -> 'rows') r), 0)::int AS minutes
      FROM month_draft d JOIN placement p ON p.id = d.placement_id JOIN service_period s ON s.placement_id = p.id
      WHERE p.office_id = $1 ORDER BY s.implementation_reference`,
    [id],
    folder,
  );
  return rows.map(({ minutes }) => minutes);
}
