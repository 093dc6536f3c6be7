import type { MediaType } from '#lib/domain/evidence/file-fault.ts';

/** Where readers of PDF look for its beginning, and browsers for what a file is. */
const SNIFFED = 1024;

/** Signs of web pages, programs and other documents in something that is none. None is found in compressed data by chance. */
const MARKUP = /<(?:script|html|body|iframe|svg|!doctype html|\?php)[\s>]/i;

/** Whether a file that is of one type by its beginning is one of another type, too, to whoever reads it otherwise. */
export function hidesAnother(content: Buffer, type: MediaType): boolean {
  if (endsAsZip(content)) return true;
  const looked = type === 'application/pdf' ? content.subarray(0, SNIFFED) : content;
  if (MARKUP.test(looked.toString('latin1'))) return true;
  return type !== 'application/pdf' && content.includes('%PDF-');
}

const END_OF_DIRECTORY = Buffer.from('504b0506', 'hex');
/** Bytes of that record without its comment, and the longest comment that it can have. */
const RECORD = 22;
const LONGEST_COMMENT = 65_535;

/** A zip is read from its end: the record there, with a comment that goes to the last byte or nearly. */
function endsAsZip(content: Buffer): boolean {
  const first = Math.max(0, content.length - RECORD - LONGEST_COMMENT);
  for (
    let at = content.lastIndexOf(END_OF_DIRECTORY);
    at >= first;
    at = at === 0 ? -1 : content.lastIndexOf(END_OF_DIRECTORY, at - 1)
  ) {
    if (at + RECORD > content.length) continue;
    const entries = content.readUInt16LE(at + 10);
    const directory = content.readUInt32LE(at + 12);
    // A real one has entries, and a directory that lies before it.
    if (entries > 0 && directory > 0 && directory <= at) return true;
  }
  return false;
}
