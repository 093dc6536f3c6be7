import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { markPlayedDays } from '#lib/server/db/played-days.ts';
import type { TestProject } from 'vitest/node';
import type { TestCluster } from '#lib/server/testing/test-database.ts';

/** One database server for all integration tests; its prepared database is the template of each test file's own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporaryPostgres();
  try {
    const roles = await prepareDatabase(server.ownerUrl, 'a secret that only tests know, 32+ characters');
    await markPlayedDays(server.ownerUrl);
    const cluster: TestCluster = {
      adminUrl: server.adminUrl,
      template: new URL(server.ownerUrl).pathname.slice(1),
      ownerUrl: server.ownerUrl,
      ...roles,
    };
    project.provide('testCluster', cluster);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}
