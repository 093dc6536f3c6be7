import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { routeReports } from '#lib/server/sampling/route-reports.ts';

// The day's work on samples in a process of its own, for whoever wants to kill it. Its parent says where and when, and is told 0
// when the database answers and then, after each transaction, how many are committed.

export type DrawRun = { readonly workerUrl: string; readonly now: string; readonly portalSecret: string };

/** The database, and whoever is told after each transaction. */
function telling(database: Database, tell: (commits: number) => void): Database {
  let commits = 0;
  return new Proxy(database, {
    get(target, name, receiver) {
      if (name !== '$transaction') return Reflect.get(target, name, receiver) as unknown;
      return async (...given: Parameters<Database['$transaction']>) => {
        const result: unknown = await target.$transaction(...given);
        commits += 1;
        tell(commits);
        return result;
      };
    },
  });
}

async function run({ workerUrl, now, portalSecret }: DrawRun): Promise<void> {
  const tell = (commits: number): void => {
    process.send?.(commits);
  };
  const database = openDatabase(workerUrl, 2);
  await database.$queryRaw`SELECT 1`;
  tell(0);
  await routeReports({ database: telling(database, tell), now: new Date(now), portalSecret });
  await database.$disconnect();
  process.disconnect();
}

process.once('message', (given) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- said by draw-killed.itest.ts alone
  void run(given as DrawRun);
});
