import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Much more than any agreement; what an address could make of its few letters otherwise is a thousand times as much. */
const LONGEST_TEXT = 65_536;

function withoutSpace(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    // Not JSON: kept as it was written, to be mended.
    return text;
  }
}

/** A text in the letters of an address, as short as may be: JSON without its white space, deflated. */
export function packText(text: string): string {
  return deflateRawSync(withoutSpace(text), { level: 9 }).toString('base64url');
}

/** What was packed, or null where it is nothing that was, or too long. */
export function unpackText(packed: string): string | null {
  try {
    return inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: LONGEST_TEXT }).toString(
      'utf8',
    );
  } catch {
    return null;
  }
}
