// Runs `scripts/<command>.ts` with everything it needs, from a fresh clone on: packages, Node 24, Prisma's client.
// Plain JavaScript without packages: it is what runs before any of them is there, and on older Node, too.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findNode } from './lib/find-node.mjs';
import { installPackages } from './lib/install-packages.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [command = '', ...args] = process.argv.slice(2);
const withoutDatabaseClient = new Set([
  'prisma-generate',
  'evaluate',
  'result-measure',
  'sbom',
  'licences',
  'vulnerabilities',
  'data-protection',
]);

if (!/^[a-z][a-z-]*$/.test(command) || !existsSync(path.join(root, 'scripts', `${command}.ts`))) {
  process.stderr.write(`There is no command "${command}". See the scripts in package.json.\n`);
  process.exit(1);
}

// Paths in arguments are meant from where the command was typed; the program itself runs in the project's root.
process.env.INIT_CWD ??= process.cwd();
process.chdir(root);

try {
  await installPackages(root);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const node = findNode(root);
if (!withoutDatabaseClient.has(command)) {
  const status = await run(
    node,
    ['scripts/prisma-generate.ts'],
    [process.stdin, process.stderr, process.stderr],
  );
  if (status !== 0) process.exit(status);
}
process.exit(await run(node, [`scripts/${command}.ts`, ...args], 'inherit'));

/** Signals are handed on; the program ends in its own time, and we with it. */
function run([program, ...before], after, stdio) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  return new Promise((resolve) => {
    const child = spawn(program, [...before, ...after], {
      cwd: root,
      stdio,
      // Lets a program that starts others see that we are gone.
      env: { ...process.env, RUN_PARENT: String(process.pid) },
    });
    const handOn = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, handOn);
    // npm may be killed without having told us; started from a shell we stay, as any program does.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM');
    }, 1000);
    child.once('error', (error) => {
      process.stderr.write(`${program} could not be started: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, handOn);
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0));
    });
  });
}
