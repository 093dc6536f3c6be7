import type { FileFault, MediaType, OtherType } from '#lib/domain/evidence/file-fault.ts';
import { MOST_FILE_BYTES } from '#lib/domain/evidence/evidence.ts';
import { checkJpeg, checkPng } from '#lib/server/evidence/content/check-image.ts';
import { checkPdf } from '#lib/server/evidence/content/check-pdf.ts';
import { hidesAnother } from '#lib/server/evidence/content/hides-another.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

const MIB = 1024 * 1024;

const SIGNATURES: readonly (readonly [MediaType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.from('ffd8ff', 'hex')],
  ['image/png', Buffer.from('89504e470d0a1a0a', 'hex')],
];

/**
 * What a file is by its bytes – neither its name nor what the sender says of it counts – and that it is whole, is nothing
 * else as well, and does nothing when it is opened. Costs at most a few times the file in memory and time.
 */
export async function checkContent(content: Buffer): Promise<Result<MediaType, FileFault>> {
  if (content.length === 0) return err({ code: 'fileEmpty' });
  if (content.length > MOST_FILE_BYTES) {
    return err({
      code: 'fileTooLarge',
      mebibytes: Math.ceil(content.length / MIB),
      most: MOST_FILE_BYTES / MIB,
    });
  }
  const type = SIGNATURES.find(([, signature]) =>
    content.subarray(0, signature.length).equals(signature),
  )?.[0];
  if (type === undefined) return err({ code: 'fileWrongType', found: otherTypeOf(content) });
  const fault = (await checkType(type, content)) ?? (hidesAnother(content, type) ? HIDES : null);
  return fault === null ? ok(type) : err(fault);
}

const HIDES = { code: 'fileHidesAnother' } as const;

async function checkType(type: MediaType, content: Buffer): Promise<FileFault | null> {
  switch (type) {
    case 'application/pdf':
      return await checkPdf(content);
    case 'image/jpeg':
      return checkJpeg(content);
    case 'image/png':
      return checkPng(content);
  }
}

/** What people choose by mistake, for a remedy that fits. */
function otherTypeOf(content: Buffer): OtherType {
  const head = content.subarray(0, 4096).toString('latin1');
  const brand = head.slice(8, 12);
  if (head.slice(4, 8) === 'ftyp' && /^(heic|heix|hevc|mif1|msf1|avif)$/.test(brand)) return 'heic';
  if (head.startsWith('PK\u0003\u0004'))
    return /word\/|xl\/|ppt\/|\[Content_Types\]/.test(head) ? 'office' : 'zip';
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) return 'office';
  if (head.startsWith('RIFF') && brand === 'WEBP') return 'webp';
  if (head.startsWith('GIF8')) return 'gif';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  return /^[\s\u00EF\u00BB\u00BF]*<(!doctype|html|svg|script|\?xml)/i.test(head) ? 'html' : 'unknown';
}
