import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive, written as it comes. */
export type ZipPart = {
  readonly name: string;
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
};

type Written = {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

const DEFLATED = 8;
/** Sizes come after the content, and names are UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
/** 1 January 1980: an export says itself when it was made. */
const DAY = 0x0021;

function header(
  signature: number,
  fields: readonly (readonly [bytes: 2 | 4, value: number])[],
  ...rest: readonly Buffer[]
): Buffer {
  const head = Buffer.alloc(4 + fields.reduce((sum, [bytes]) => sum + bytes, 0));
  head.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [bytes, value] of fields) {
    if (bytes === 2) head.writeUInt16LE(value, at);
    else head.writeUInt32LE(value >>> 0, at);
    at += bytes;
  }
  return Buffer.concat([head, ...rest]);
}

/** A ZIP archive piece by piece: one part after another is packed as it is read, and nothing of it is kept. Below 4 GiB. */
export async function* streamZip(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name: text, content } of parts) {
    const name = Buffer.from(text, 'utf8');
    const local = header(
      0x04034b50,
      [
        [2, VERSION],
        [2, FLAGS],
        [2, DEFLATED],
        [2, 0],
        [2, DAY],
        [4, 0],
        [4, 0],
        [4, 0],
        [2, name.length],
        [2, 0],
      ],
      name,
    );
    yield local;
    let [crc, size, packed] = [0, 0, 0];
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of content) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : Buffer.from(piece);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    for await (const chunk of Readable.from(counted()).compose(createDeflateRaw()) as AsyncIterable<Buffer>) {
      packed += chunk.length;
      yield chunk;
    }
    const after = header(0x08074b50, [
      [4, crc],
      [4, packed],
      [4, size],
    ]);
    yield after;
    written.push({ name, crc, packed, size, offset });
    offset += local.length + packed + after.length;
  }
  yield directory(written, offset);
}

function directory(written: readonly Written[], offset: number): Buffer {
  const entries = Buffer.concat(
    written.map((part) =>
      header(
        0x02014b50,
        [
          [2, VERSION],
          [2, VERSION],
          [2, FLAGS],
          [2, DEFLATED],
          [2, 0],
          [2, DAY],
          [4, part.crc],
          [4, part.packed],
          [4, part.size],
          [2, part.name.length],
          [2, 0],
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, part.offset],
        ],
        part.name,
      ),
    ),
  );
  const count = written.length;
  const end = header(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, entries.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([entries, end]);
}
