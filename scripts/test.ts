import { rmSync } from 'node:fs';
import { findOrInstallChromium } from './test/chromium.ts';
import { LOGS, runStep, type Step, type StepResult } from './test/steps.ts';
import { playwrightTally, vitestTally } from './test/tally.ts';

const node = process.execPath;
const bin = (name: string) => `node_modules/.bin/${name}`;

/** `npm test -- unit` runs the steps whose names hold one of the words. */
const wanted = process.argv.slice(2);

const steps: readonly Step[] = [
  { name: 'format', command: [bin('biome'), 'format', '.'] },
  { name: 'imports', command: [node, 'scripts/check-imports.ts'] },
  { name: 'types', command: [node, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  {
    name: 'unit and integration',
    command: [
      node,
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${LOGS}/vitest.json`,
    ],
    tally: () => vitestTally(`${LOGS}/vitest.json`),
  },
  {
    name: 'browser',
    command: [node, 'node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `../${LOGS}/playwright.json` },
    tally: () => playwrightTally(`${LOGS}/playwright.json`),
  },
];

rmSync(LOGS, { recursive: true, force: true });
const chosen =
  wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.some((word) => name.includes(word)));
if (chosen.some(({ name }) => name === 'browser')) process.env['PORTAL_CHROMIUM'] = findOrInstallChromium();

const results: StepResult[] = [];
for (const step of chosen) results.push(await runStep(step));

console.log('');
for (const { name, passed, failed, skipped, seconds } of results) {
  console.log(
    `${name.padEnd(22)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped  ${seconds} s`,
  );
}
const sum = (key: 'passed' | 'failed' | 'skipped') =>
  results.reduce((total, result) => total + result[key], 0);
const skipped = sum('skipped');
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') === 0 && results.length > 0 ? 0 : 1;
