import { openDatabase } from '#lib/server/db/client.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { refreshHistory } from '#lib/server/report/refresh-history.ts';
import { refreshRatings } from '#lib/server/rating/refresh-ratings.ts';
import { routeMonth } from '#lib/server/sampling/route-month.ts';
import { type NationalOptions, seedNational } from '#prisma/seed/national/seed-national.ts';
import type { SeedRun } from '#prisma/seed/seed-run.ts';
import { monthOf, previousMonth } from '#lib/shared/month.ts';

/** The whole country, with the month under review checked and routed and contracts rated by the worker's own jobs: reviewers have something to do. */
export async function fillNational(
  run: SeedRun,
  options: Pick<NationalOptions, 'seed' | 'scale'> = {},
): Promise<void> {
  const { say = () => undefined } = run;
  await seedNational(run, { ...options, say });
  const { workerUrl } = await prepareDatabase(run.ownerUrl, run.portalSecret);
  const worker = openDatabase(workerUrl, 2);
  try {
    const month = previousMonth(monthOf(run.today));
    await refreshHistory(worker, month);
    const { checked } = await routeMonth(worker, { month, today: run.today, recheck: 'all' });
    say(`${checked} reports checked and routed`);
    say(`${await refreshRatings(worker, run.today)} contracts rated`);
  } finally {
    await worker.$disconnect();
  }
}
