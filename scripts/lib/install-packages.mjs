import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { withLock } from './lock.mjs';

/**
 * Installs the packages of package-lock.json unless they are there. A stamp in node_modules holds the lock file's
 * hash. What npm says goes to standard error: standard output belongs to the command.
 */
export async function installPackages(root) {
  if (isInstalled(root)) return;
  await withLock(
    path.join(root, '.install.lock'),
    () => {
      // Another start may have installed them while we waited.
      if (!isInstalled(root)) install(root);
    },
    () => process.stderr.write('Waiting for another start to install the packages…\n'),
  );
}

function install(root) {
  process.stderr.write('Installing packages…\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    // Tools for building and testing are packages, too.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (npm.error)
    throw new Error(`npm could not be started (${npm.error.message}). It comes with Node: install it.`);
  if (npm.status !== 0) {
    throw new Error(
      'The packages could not be installed; npm says why above. Check the network and the disk, then try again.',
    );
  }
  writeFileSync(stampFile(root), hashOfLock(root));
}

function isInstalled(root) {
  const modules = path.join(root, 'node_modules');
  if (!existsSync(modules)) return false;
  if (existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === hashOfLock(root)) return true;
  const record = path.join(modules, '.package-lock.json');
  return (
    existsSync(record) && statSync(record).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs
  );
}

function stampFile(root) {
  return path.join(root, 'node_modules', '.installed');
}

function hashOfLock(root) {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}
