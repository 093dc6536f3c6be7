import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabaseFromTemplate } from '#lib/server/db/embedded-postgres.ts';
import { dropDatabase } from '#lib/server/db/postgres-owner.ts';

/** What the global setup hands to every test file: one server, and a template with everything but data. */
export type TestCluster = {
  adminUrl: string;
  template: string;
  ownerUrl: string;
  appUrl: string;
  workerUrl: string;
};

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

export type TestDatabase = { ownerUrl: string; appUrl: string; workerUrl: string; drop(): Promise<void> };

/** A migrated, empty database of the caller's own, with the portal's real roles. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await createDatabaseFromTemplate(cluster.adminUrl, cluster.template, name);
  return {
    ownerUrl: withDatabase(cluster.ownerUrl, name),
    appUrl: withDatabase(cluster.appUrl, name),
    workerUrl: withDatabase(cluster.workerUrl, name),
    drop: () => dropDatabase(cluster.adminUrl, name),
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
