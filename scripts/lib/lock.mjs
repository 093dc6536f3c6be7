import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Runs `task` while no other process does so with the same file; whoever comes second waits. The file names the
 * process that holds it, so that one left by a crash is seen.
 */
export async function withLock(file, task, onWait = () => undefined) {
  let waiting = false;
  while (!take(file)) {
    if (removeStale(file)) continue;
    if (!waiting) onWait();
    waiting = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    return await task();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moved aside before it is removed: of two that find it stale one succeeds, and a fresh one is put back. */
function removeStale(file) {
  if (isAlive(holderOf(file))) return false;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    // Another process was quicker.
    return false;
  }
  const fresh = isAlive(holderOf(aside));
  if (fresh) renameSync(aside, file);
  else rmSync(aside, { force: true });
  return !fresh;
}

/** The process that holds the lock; ourselves, hence alive, while the file is just being written or removed. */
function holderOf(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || process.pid;
  } catch {
    // Removed meanwhile.
    return process.pid;
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, as another user's.
    return error.code === 'EPERM';
  }
}
