import { appliedMigrationsQuery, pendingMigrations } from '#lib/server/db/pending-migrations.ts';

export type Readiness = {
  ready: boolean;
  parts: Record<'database' | 'migrations' | 'worker', 'ok' | 'failing'>;
};

/** What is needed of Prisma's client. */
export type ReadinessDatabase = { $queryRawUnsafe<T>(query: string): PromiseLike<T> };

/** A worker writes its row every five seconds; after four missed ones it counts as gone. */
const workerIsAlive = `SELECT EXISTS (SELECT FROM worker_heartbeat WHERE at > now() - interval '20 seconds') AS alive`;

/** Whether the portal can do its work: the database answers, has every migration, and a worker lives. */
export async function checkReadiness(database: ReadinessDatabase): Promise<Readiness> {
  const parts: Readiness['parts'] = { database: 'failing', migrations: 'failing', worker: 'failing' };
  try {
    const applied = await database.$queryRawUnsafe<{ migration_name: string }[]>(appliedMigrationsQuery);
    parts.database = 'ok';
    if (pendingMigrations(applied.map((row) => row.migration_name)).length === 0) parts.migrations = 'ok';
    const [worker] = await database.$queryRawUnsafe<{ alive: boolean }[]>(workerIsAlive);
    if (worker?.alive === true) parts.worker = 'ok';
  } catch {
    // What has not been reached stays failing: that is the answer.
    return { ready: false, parts };
  }
  return { ready: Object.values(parts).every((part) => part === 'ok'), parts };
}
