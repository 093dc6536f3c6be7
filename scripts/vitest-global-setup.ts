import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { markPlayedDays } from '#lib/server/db/played-days.ts';
import type { TestProject } from 'vitest/node';
import type { TestCluster } from '#lib/server/testing/test-database.ts';

type Started = { readonly cluster: TestCluster; readonly stop: () => Promise<void> };

/** Each project of tests has this module for itself, all have one process: the server is kept there, and counts who still needs it. */
declare global {
  var integrationServer: { started: Promise<Started>; users: number } | undefined;
}

/** One database server for all integration tests; its prepared database is the template of each test file's own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.integrationServer ??= { started: start(), users: 0 };
  const server = globalThis.integrationServer;
  server.users += 1;
  const { cluster, stop } = await server.started;
  project.provide('testCluster', cluster);
  return async () => {
    server.users -= 1;
    if (server.users === 0) await stop();
  };
}

async function start(): Promise<Started> {
  const server = await startTemporaryPostgres();
  try {
    const roles = await prepareDatabase(server.ownerUrl, 'a secret that only tests know, 32+ characters');
    await markPlayedDays(server.ownerUrl);
    const template = new URL(server.ownerUrl).pathname.slice(1);
    const cluster = { adminUrl: server.adminUrl, template, ownerUrl: server.ownerUrl, ...roles };
    return { cluster, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
