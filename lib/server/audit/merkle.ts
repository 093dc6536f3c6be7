import { sha256 } from '#lib/server/audit/entry-hash.ts';

/** What stands before the hashed bytes, so that no leaf can pass for a node. */
const [LEAF, NODE] = [Buffer.of(0), Buffer.of(1)];

function above(level: readonly Buffer[]): Buffer[] {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, at) => {
    const [left, right] = level.slice(2 * at, 2 * at + 2);
    if (left === undefined) throw new RangeError('a level has a node for every place');
    return right === undefined ? left : sha256(NODE, left, right);
  });
}

/** The root of the tree over `hashes` (at least one): one value that stands for all of them, in their order. */
export function merkleRoot(hashes: readonly Buffer[]): Buffer {
  let level = hashes.map((hash) => sha256(LEAF, hash));
  while (level.length > 1) level = above(level);
  const [root] = level;
  if (root === undefined) throw new RangeError('a tree has at least one leaf');
  return root;
}

/** The neighbours from the leaf at `index` up to the root: as few hashes as the logarithm of their number. */
export function merklePath(hashes: readonly Buffer[], index: number): Buffer[] {
  const path: Buffer[] = [];
  let level = hashes.map((hash) => sha256(LEAF, hash));
  for (let at = index; level.length > 1; at = Math.floor(at / 2)) {
    const neighbour = level[at % 2 === 0 ? at + 1 : at - 1];
    if (neighbour !== undefined) path.push(neighbour);
    level = above(level);
  }
  return path;
}

/** The root that a leaf and its path lead to, in a tree of `size` leaves; null where path and size do not fit together. */
export function rootOfPath(
  hash: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | null {
  if (index < 0 || index >= size) return null;
  let node = sha256(LEAF, hash);
  let used = 0;
  for (let at = index, left = size; left > 1; at = Math.floor(at / 2), left = Math.ceil(left / 2)) {
    if (at % 2 === 0 && at + 1 >= left) continue;
    const neighbour = path[used];
    if (neighbour === undefined) return null;
    node = at % 2 === 0 ? sha256(NODE, node, neighbour) : sha256(NODE, neighbour, node);
    used += 1;
  }
  return used === path.length ? node : null;
}
