import { applyMigrations } from '#lib/server/db/migrate.ts';
import { createRoles, prepareRoles, type RoleUrls } from '#lib/server/db/roles.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { prepareJobs } from '#lib/server/jobs/prepare-jobs.ts';
import { prepareRetention } from '#lib/server/retention/prepare-retention.ts';

/** Everything that stands in a database before the portal can use it, apart from a seed. Doing it again changes nothing. */
export async function prepareDatabase(ownerUrl: string, secret: string): Promise<RoleUrls> {
  await createRoles(ownerUrl, secret);
  await applyMigrations(ownerUrl);
  await prepareJobs(ownerUrl);
  await prepareRetention(ownerUrl);
  await withClient(ownerUrl, (client) =>
    client.query('GRANT SELECT ON _prisma_migrations TO portal_app, portal_worker'),
  );
  return prepareRoles(ownerUrl, secret);
}
