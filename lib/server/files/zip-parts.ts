import { inflateRawSync } from 'node:zlib';
import { MOST_INFLATED_MIB, READ_LIMITS } from '#lib/server/files/read-limits.ts';
import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** One part of an archive, as its central directory tells. */
type Entry = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly offset: number;
};

/** Looks at one part after another, unpacked; nothing of it is kept here. */
export type PartVisitor = (name: string, content: Buffer) => void;

const DAMAGED: FileFault = { code: 'fileDamaged', facts: {} };
const INFLATES: FileFault = { code: 'fileInflates', facts: { mostMiB: MOST_INFLATED_MIB } };
const STORED = 0;
const DEFLATED = 8;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MOST_COMMENT = 65_535;
const MIB = 1024 * 1024;

/** Where the directory begins and how many parts it has. Archives that need 64 bits are no workbooks of a month. */
function findDirectory(bytes: Buffer): { readonly count: number; readonly offset: number } | null {
  const last = bytes.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) !== END) continue;
    const [count, offset] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 16)];
    return offset < bytes.length ? { count, offset } : null;
  }
  return null;
}

function readEntries(bytes: Buffer): Result<readonly Entry[], FileFault> {
  const directory = findDirectory(bytes);
  if (directory === null) return err(DAMAGED);
  if (directory.count > READ_LIMITS.parts)
    return err({ code: 'fileManyParts', facts: { most: READ_LIMITS.parts } });
  const entries: Entry[] = [];
  let at = directory.offset;
  for (let n = 0; n < directory.count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return err(DAMAGED);
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  return names.size === entries.length ? ok(entries) : err(DAMAGED);
}

function packedContent(bytes: Buffer, { offset, packed }: Entry): Buffer | null {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed);
}

/** Unpacks at most so many bytes, whatever the archive says of its own size. */
function unpack(content: Buffer, method: number, most: number): Result<Buffer, FileFault> {
  if (method === STORED) return content.length > most ? err(INFLATES) : ok(content);
  if (method !== DEFLATED) return err(DAMAGED);
  try {
    return ok(inflateRawSync(content, { maxOutputLength: Math.max(1, most) }));
  } catch (error) {
    return err(error instanceof RangeError ? INFLATES : DAMAGED);
  }
}

/**
 * Looks through an archive before anything else does: every part is unpacked, one at a time, and counted by what it really
 * holds. Stops at the first limit that is passed.
 */
export function visitParts(bytes: Buffer, visit: PartVisitor): Result<null, FileFault> {
  const entries = readEntries(bytes);
  if (!entries.ok) return entries;
  if (entries.value.some(({ encrypted }) => encrypted)) return err({ code: 'fileEncrypted', facts: {} });
  let left: number = READ_LIMITS.inflated;
  for (const entry of entries.value) {
    const packed = packedContent(bytes, entry);
    if (packed === null) return err(DAMAGED);
    const content = unpack(packed, entry.method, left);
    if (!content.ok) return content;
    const { length } = content.value;
    if (length > MIB && length > packed.length * READ_LIMITS.ratio) return err(INFLATES);
    left -= length;
    if (left < 0) return err(INFLATES);
    visit(entry.name, content.value);
  }
  return ok(null);
}
