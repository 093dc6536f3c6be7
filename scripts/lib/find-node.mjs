import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const wanted = 24;
const exact = '24.21.0';

/** The command that runs Node 24: this process's own, the one among the packages, or one that npm fetches. */
export function findNode(root) {
  if (Number.parseInt(process.versions.node, 10) >= wanted) return [process.execPath];
  const packaged = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0) return [packaged];
  return ['npx', '-y', '-p', `node@${exact}`, 'node'];
}
