import { spawnSync } from 'node:child_process';
import { EXIT, readAdvisories } from '#scripts/lib/advisories.ts';
import { runMain } from '#scripts/lib/run-main.ts';

// `npm run --silent vulnerabilities`: asks the registry what is known of the packages that the lock file pins. Ends with 0 where nothing is,
// 1 where something is, and 2 where it could not ask: that is not the same as nothing.

const MOST_OUTPUT = 64 * 1024 * 1024;

await runMain(async () => {
  const { stdout, error } = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    timeout: 120_000,
  });
  const answer =
    error === undefined ? readAdvisories(stdout) : ({ state: 'notAsked', why: error.message } as const);
  if (answer.state === 'none') console.log('Nothing is known of any package that the lock file pins.');
  if (answer.state === 'found') {
    for (const { name, severity, via } of answer.found) console.log(`${severity.padEnd(9)} ${name}: ${via}`);
    console.log(`Packages with something known: ${answer.found.length}.`);
  }
  if (answer.state === 'notAsked')
    console.log(`Could not ask the registry, so nothing is known either way: ${answer.why}`);
  process.exitCode = EXIT[answer.state];
  return await Promise.resolve();
});
