import { percentile } from '#bench/lib/load.ts';
import { nationalActors } from '#bench/lib/national-actors.ts';
import { type NationalPage, nationalPages } from '#bench/lib/national-pages.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type Overhead = {
  readonly page: string;
  /** Middle of the readings, in milliseconds. */
  readonly withRowsMs: number;
  readonly withoutRowsMs: number;
  /** How much longer it takes that row-level security reads along, of the time without it. */
  readonly percent: number;
};

type Asked = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly today: PlainDate;
  readonly times: number;
};

/**
 * The heaviest pages' readings with row-level security and without it, in the same database, by the same role and statements. Both
 * take turns, so that what else the machine does meets them alike.
 */
export async function measureOverhead({
  ownerUrl,
  appUrl,
  today,
  times,
}: Asked): Promise<readonly Overhead[]> {
  const now = new Date(`${today}T09:00:00Z`);
  const owner = openDatabase(ownerUrl, 1);
  const pages = nationalPages(await nationalActors(owner, today), today);
  await owner.$disconnect();
  const readings = new Map(
    pages.map(({ page }) => [page, { with: [] as number[], without: [] as number[] }]),
  );
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const rows of ['with', 'without'] as const) {
      await setRowSecurity(ownerUrl, rows === 'with');
      const app = openDatabase(appUrl, 1);
      for (const page of pages)
        readings
          .get(page.page)
          ?.[rows].push(...(await read(app, page, { now, times: Math.ceil(times / TURNS) })));
      await app.$disconnect();
    }
  await setRowSecurity(ownerUrl, true);
  return [...readings].map(([page, { with: withRows, without }]) => overheadOf(page, withRows, without));
}

const TURNS = 2;

export function overheadOf(page: string, withRows: readonly number[], without: readonly number[]): Overhead {
  const [withRowsMs, withoutRowsMs] = [percentile(withRows, 50), percentile(without, 50)];
  return {
    page,
    withRowsMs: rounded(withRowsMs),
    withoutRowsMs: rounded(withoutRowsMs),
    percent: rounded((withRowsMs / withoutRowsMs - 1) * 100),
  };
}

/** In this measurement's own database alone. */
async function setRowSecurity(ownerUrl: string, on: boolean): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`DO $$ DECLARE t regclass; BEGIN
      FOR t IN SELECT oid::regclass FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'
      LOOP EXECUTE 'ALTER TABLE ' || t || ' ${on ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY'; END LOOP; END $$`),
  );
}

/** The first reading is left out: its statements are not prepared yet. */
async function read(
  app: Database,
  { read: ask }: NationalPage,
  { now, times }: { readonly now: Date; readonly times: number },
): Promise<readonly number[]> {
  const latencies: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const asked = performance.now();
    await ask(app, now);
    latencies.push(performance.now() - asked);
  }
  return latencies.slice(1);
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
