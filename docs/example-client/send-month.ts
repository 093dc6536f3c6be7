import { openPortal, type Outcome, type Portal, type Settings } from './portal-client.ts';
import type { Placement, Row } from './portal-types.ts';

/** Sends a month: asks who is left to report, tries all rows, and sends what is right. What is wrong comes back with its row. */
export async function sendMonth(
  settings: Settings,
  month: string,
  rowsOf: (placement: Placement) => readonly Row[],
): Promise<Outcome> {
  const portal = openPortal(settings);
  const rows: Row[] = [];
  for await (const placement of portal.placements(month)) {
    if (placement.reportId === null) rows.push(...rowsOf(placement));
  }
  return rows.length === 0 ? { reports: [], faults: [] } : await sendWhatIsRight(portal, rows);
}

async function sendWhatIsRight(portal: Portal, rows: readonly Row[]): Promise<Outcome> {
  const tried = await portal.dryRun(rows);
  const isRight = new Set(
    tried.reports.map(({ implementationReference, month }) => `${implementationReference} ${month}`),
  );
  const right = rows.filter((row) => isRight.has(`${row.implementation_reference} ${row.month}`));
  if (right.length === 0) return tried;
  const sent = await portal.submit(right);
  return { reports: sent.reports, faults: [...tried.faults, ...sent.faults] };
}
