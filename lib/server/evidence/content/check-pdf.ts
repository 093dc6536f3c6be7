import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { FileFault } from '#lib/domain/evidence/file-fault.ts';
import { namesIn } from '#lib/server/evidence/content/pdf-names.ts';

const inflated = promisify(inflate);

const UNREADABLE = { code: 'pdfUnreadable' } as const;
const DAMAGED = { code: 'fileDamaged' } as const;

/** Objects may lie compressed in streams. So many bytes of them are unpacked, all together. */
const MOST_UNPACKED = 32 * 1024 * 1024;
const MOST_STREAMS = 20_000;
/** The dictionary of a stream stands right before it. */
const LONGEST_DICTIONARY = 4096;

/** Actions that run something, or send what is typed; forms that are programs. */
const ACTIVE = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'SubmitForm',
  'ImportData',
  'XFA',
  'RichMedia',
  'Rendition',
  'Movie',
  'GoToE',
]);
const EMBEDS = new Set(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment']);

/**
 * A PDF that only shows pages: not encrypted, no script or command, no file within, nothing before or after it. Names are read
 * as readers do, with their escapes, in the whole file and in its compressed objects; what cannot be unpacked is refused, since
 * nobody knows what it holds (ISO 32000-2, 7.3.5 names, 7.5.7 object streams, 7.6 encryption).
 */
export async function checkPdf(content: Buffer): Promise<FileFault | null> {
  if (!/^%PDF-[12]\.\d/.test(content.toString('latin1', 0, 8))) return DAMAGED;
  const fault = checkEnd(content);
  if (fault !== null) return fault;
  const plain = faultIn(content, LONG_ENOUGH);
  return plain ?? (await checkObjectStreams(content));
}

/** Nothing but line ends stands after the last end mark. */
function checkEnd(content: Buffer): FileFault | null {
  const end = content.lastIndexOf('%%EOF');
  if (end === -1) return DAMAGED;
  return /^[\s\0]*$/.test(content.toString('latin1', end + 5)) ? null : { code: 'fileHidesAnother' };
}

/** Of bytes that may be compressed, names so short that chance writes them say nothing. */
const LONG_ENOUGH = 3;

function faultIn(bytes: Buffer, least: number): FileFault | null {
  let embeds = false;
  for (const name of namesIn(bytes)) {
    if (name === 'Encrypt') return { code: 'pdfEncrypted' };
    if (name.length < least) continue;
    if (ACTIVE.has(name)) return { code: 'pdfActive' };
    if (EMBEDS.has(name)) embeds = true;
  }
  return embeds ? { code: 'pdfEmbeds' } : null;
}

async function checkObjectStreams(content: Buffer): Promise<FileFault | null> {
  let left = MOST_UNPACKED;
  let streams = 0;
  for (const { dictionary, body } of streamsOf(content)) {
    streams += 1;
    if (streams > MOST_STREAMS) return UNREADABLE;
    const names = new Set(namesIn(dictionary));
    // What its type is called does not matter to readers: they find objects by these two.
    if (!names.has('ObjStm') && !(names.has('First') && names.has('N'))) continue;
    const unpacked = await unpack(body, names, left);
    if (unpacked === null) return UNREADABLE;
    left -= unpacked.length;
    const fault = faultIn(unpacked, 1);
    if (fault !== null) return fault;
  }
  return null;
}

const FILTERS = /(Decode|Decode[A-Z]+)$|^(Fl|LZW|A85|AHx|RL|Crypt)$/;

/** The objects in a stream; null where they are packed in a way that is not unpacked here, or do not unpack. */
async function unpack(body: Buffer, names: ReadonlySet<string>, most: number): Promise<Buffer | null> {
  const filters = [...names].filter((name) => FILTERS.test(name));
  if (filters.length === 0 && !names.has('Filter')) return body.length > most ? null : body;
  const isFlate = filters.every((name) => name === 'FlateDecode' || name === 'Fl');
  if (!isFlate || filters.length !== 1 || names.has('DecodeParms') || names.has('DP')) return null;
  try {
    return await inflated(body, { maxOutputLength: Math.max(1, most) });
  } catch {
    // Not whole, not Flate, or too much: nobody knows what it holds.
    return null;
  }
}

type Stream = { readonly dictionary: Buffer; readonly body: Buffer };

/** Every place where a stream could begin, also within another: what a reader takes for one is looked at. */
function* streamsOf(content: Buffer): Generator<Stream> {
  let end = 0;
  for (let at = content.indexOf('stream'); at !== -1; at = content.indexOf('stream', at + 6)) {
    if (content.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    // Asked for once for all that lies before it: a file of nothing but beginnings costs no more than its length.
    if (end < at) end = content.indexOf('endstream', at);
    if (end === -1) end = content.length;
    const lineEnd = content[at + 6] === 0x0d && content[at + 7] === 0x0a ? 2 : 1;
    const before = content.subarray(Math.max(0, at - LONGEST_DICTIONARY), at);
    const opened = Math.max(before.lastIndexOf('endobj'), before.lastIndexOf('endstream'), 0);
    yield { dictionary: before.subarray(opened), body: content.subarray(at + 6 + lineEnd, end) };
  }
}
