import path from 'node:path';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { readSettings, type Settings } from '#lib/server/env.ts';
import { assertPortFree } from '#scripts/lib/listen.ts';
import { isStopping, onStop, runMain } from '#scripts/lib/run-main.ts';
import { build } from '#scripts/start/build.ts';
import { Children } from '#scripts/start/children.ts';
import { releaseDataFolder, takeDataFolder } from '#scripts/start/data-folder.ts';
import { assertReachable, openStartDatabase } from '#scripts/start/database.ts';
import { assertIssuer } from '#scripts/start/issuer.ts';
import { printDemoClient } from '#scripts/start/print-demo.ts';
import { startProcesses } from '#scripts/start/processes.ts';
import { fillDatabase } from '#scripts/start/seed-database.ts';
import { waitUntilReady } from '#scripts/start/wait-until-ready.ts';

// `npm start`: builds, starts database, identity provider, mailbox, worker and portal, and ends them again.

/** What has been started, in order; each knows how to end itself. */
const started: (() => Promise<void> | void)[] = [];

async function stopAll(): Promise<void> {
  for (const stop of started.splice(0).toReversed()) await stop();
}

async function start(settings: Settings, stopping: AbortSignal): Promise<void> {
  const dataDir = settings.PORTAL_DATA_DIR;
  const state = takeDataFolder(dataDir);
  started.push(() => releaseDataFolder(dataDir));
  await assertPortFree(settings.PORT);
  if (settings.DATABASE_URL !== undefined) await assertReachable(settings.DATABASE_URL);
  if (settings.OIDC_ISSUER !== undefined) await assertIssuer(settings.OIDC_ISSUER);
  const logs = path.join(dataDir, 'logs');
  await build(logs, stopping);

  const database = await openStartDatabase(settings, say);
  started.push(() => database.stop());
  const secret = settings.PORTAL_SECRET ?? state.portalSecret;
  await fillDatabase(database, settings, secret);
  const roles = await prepareDatabase(database.ownerUrl, secret);

  const children = new Children(logs, say);
  started.push(() => children.stop());
  console.log('Starting the portal…');
  await startProcesses(children, settings, state, roles);
  await waitUntilReady(settings.PORT);
  printDemoClient(dataDir);
  console.log(`Ready: ${settings.PORTAL_URL}`);
}

/** With the time: what ended and came back is looked for in what was written down elsewhere at that moment. */
function say(line: string): void {
  console.log(`${new Date().toISOString()} ${line}`);
}

await runMain(async () => {
  const stopping = new AbortController();
  onStop(() => {
    stopping.abort();
    return stopAll();
  });
  try {
    await start(readSettings(process.env), stopping.signal);
  } catch (error) {
    if (!isStopping()) await stopAll();
    throw error;
  }
});
