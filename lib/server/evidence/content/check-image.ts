import { crc32 } from 'node:zlib';
import type { FileFault } from '#lib/domain/evidence/file-fault.ts';

const DAMAGED = { code: 'fileDamaged' } as const;

/** Pixels. Below, nothing can be read; above, a picture is made to use up memory. Telephones take up to 12 000 on a side. */
const LEAST_SIDE = 100;
const MOST_SIDE = 12_000;
const MOST_PIXELS = 110_000_000;

function checkSize(width: number, height: number): FileFault | null {
  const side = Math.min(width, height) >= LEAST_SIDE && Math.max(width, height) <= MOST_SIDE;
  return side && width * height <= MOST_PIXELS ? null : { code: 'imageSize', width, height };
}

const END_OF_IMAGE = Buffer.from('ffd9', 'hex');

/**
 * A JPEG by its segments up to the first scan, of a size to be read, with an end. What cameras add after the end (a second picture,
 * settings) is left alone here; see `hidesAnother`.
 */
export function checkJpeg(content: Buffer): FileFault | null {
  let size: { readonly width: number; readonly height: number } | null = null;
  for (let at = 2; at + 4 <= content.length; ) {
    if (content[at] !== 0xff) return DAMAGED;
    const marker = content[at + 1] ?? 0;
    // Filling between segments.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = content.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > content.length) return DAMAGED;
    if (isFrame(marker) && length >= 8) {
      size = { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    }
    if (marker === 0xda) {
      const ended = content.includes(END_OF_IMAGE, at + 2 + length);
      return size === null || !ended ? DAMAGED : checkSize(size.width, size.height);
    }
    at += 2 + length;
  }
  return DAMAGED;
}

/** Start of frame: C0–CF but for the tables among them (C4 Huffman, C8 reserved, CC arithmetic). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

const CHUNK_FRAME = 12;

/** A PNG chunk by chunk, each with its checksum, header first and end last with nothing after it. */
export function checkPng(content: Buffer): FileFault | null {
  let size: FileFault | null = DAMAGED;
  for (let at = 8; at + CHUNK_FRAME <= content.length; ) {
    const length = content.readUInt32BE(at);
    const end = at + CHUNK_FRAME + length;
    if (end > content.length) return DAMAGED;
    const body = content.subarray(at + 4, end - 4);
    if (crc32(body) !== content.readUInt32BE(end - 4)) return DAMAGED;
    const name = body.toString('latin1', 0, 4);
    if ((name === 'IHDR') !== (at === 8)) return DAMAGED;
    if (name === 'IHDR')
      size = length === 13 ? checkSize(body.readUInt32BE(4), body.readUInt32BE(8)) : DAMAGED;
    if (name === 'IEND') return end === content.length ? size : { code: 'fileHidesAnother' };
    at = end;
  }
  return DAMAGED;
}
