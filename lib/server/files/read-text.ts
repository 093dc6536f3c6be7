import { isUtf8 } from 'node:buffer';
import type { FileNote } from '#lib/domain/upload/file-note.ts';

export type DecodedText = { readonly text: string; readonly notes: readonly FileNote[] };

const SAMPLE = 4096;
/** Signs that no text file holds. */
// oxlint-disable-next-line no-control-regex -- those are what is looked for
const BINARY = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;

function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  let [even, odd] = [0, 0];
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  // Without a mark: text of our letters has every other byte empty.
  if (odd > sample.length / 4 && even === 0) return 'utf-16le';
  return even > sample.length / 4 && odd === 0 ? 'utf-16be' : null;
}

function noted(name: string, text: string): DecodedText {
  return { text, notes: [{ code: 'encoding', facts: { name } }] };
}

/**
 * The text of a file in the encodings that spreadsheets save: UTF-8 with or without a mark, UTF-16 in both orders, and
 * Windows-1252 for what is no UTF-8. Null: it is no text. What is not UTF-8 is noted.
 */
export function decodeText(bytes: Buffer): DecodedText | null {
  const wide = utf16Of(bytes);
  if (wide !== null) {
    const text = new TextDecoder(wide).decode(bytes);
    return bytes.length % 2 === 1 || text.includes('\uFFFD') || BINARY.test(text)
      ? null
      : noted('UTF-16', text);
  }
  if (isUtf8(bytes)) {
    const text = new TextDecoder('utf-8').decode(bytes);
    return BINARY.test(text) ? null : { text, notes: [] };
  }
  const text = new TextDecoder('windows-1252').decode(bytes);
  return BINARY.test(text) ? null : noted('Windows-1252', text);
}
