import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MOST_FILE_BYTES } from '#lib/domain/evidence/evidence.ts';
import { checkContent } from '#lib/server/evidence/content/check-content.ts';
import { jpegOf, pdfOf, pngOf, zipOf } from '#lib/server/evidence/testing/files.ts';

const codeOf = async (content: Buffer): Promise<string> => {
  const checked = await checkContent(content);
  return checked.ok ? checked.value : checked.error.code;
};
const after = (file: Buffer, text: string): Buffer => Buffer.concat([file, Buffer.from(text, 'latin1')]);
/** An object stream, where objects lie compressed. */
const packed = (objects: string, dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'): string => {
  const body = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1');
  return `7 0 obj << ${dictionary} /Length ${body.length} >> stream\r\n${body}\r\nendstream endobj`;
};

describe('a file is taken by what it holds', () => {
  it.each([
    ['application/pdf', pdfOf()],
    ['image/jpeg', jpegOf()],
    ['image/png', pngOf()],
    ['image/jpeg', after(jpegOf(), 'what a camera adds after the end')],
    ['application/pdf', pdfOf(packed('5 0 << /Type /Font >>'))],
    ['application/pdf', after(pdfOf(), '\r\n')],
  ])('%s', async (type, content) => {
    expect(await codeOf(content)).toBe(type);
  });
});

describe('a file is refused with its reason', () => {
  it.each([
    ['nothing at all', Buffer.alloc(0), 'fileEmpty'],
    ['too many bytes', Buffer.alloc(MOST_FILE_BYTES + 1, 'a'), 'fileTooLarge'],
    ['text that is called a PDF', Buffer.from('Anställningsbevis'), 'fileWrongType'],
    ['a document of Word', zipOf('word/document.xml'), 'fileWrongType'],
    ['a web page', Buffer.from('<!doctype html><p>Hej'), 'fileWrongType'],
    [
      'a beginning before the beginning of a PDF',
      Buffer.concat([Buffer.from('x'), pdfOf()]),
      'fileWrongType',
    ],
    ['a PDF that breaks off', pdfOf().subarray(0, -10), 'fileDamaged'],
    ['an encrypted PDF', pdfOf('9 0 obj << /Filter /Standard >> endobj', '/Encrypt 9 0 R'), 'pdfEncrypted'],
    ['a PDF with a script', pdfOf('9 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'), 'pdfActive'],
    ['a script by its escaped name', pdfOf('9 0 obj << /S /J#61vaScript >> endobj'), 'pdfActive'],
    ['a script among compressed objects', pdfOf(packed('5 0 << /S /JavaScript >>')), 'pdfActive'],
    [
      'compressed objects that do not say what they are',
      pdfOf(packed('5 0 << /JS (x) >>', '/N 1 /First 4 /Filter /Fl')),
      'pdfActive',
    ],
    ['a command', pdfOf('9 0 obj << /S /Launch /F (cmd.exe) >> endobj'), 'pdfActive'],
    ['a file within', pdfOf('9 0 obj << /Type /EmbeddedFile >> endobj'), 'pdfEmbeds'],
    [
      'compressed objects that cannot be unpacked',
      pdfOf(
        '7 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >> stream\nnot flate\nendstream endobj',
      ),
      'pdfUnreadable',
    ],
    [
      'compressed objects in a packing of another kind',
      pdfOf(packed('5 0 << >>', '/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]')),
      'pdfUnreadable',
    ],
    ['a PDF with something after it', after(pdfOf(), '<script>alert(1)</script>'), 'fileHidesAnother'],
    ['a PDF that is a web page', pdfOf('% <html><script>alert(1)</script>'), 'fileHidesAnother'],
    ['a picture that is a zip, too', Buffer.concat([jpegOf(), zipOf('a.txt')]), 'fileHidesAnother'],
    ['a picture that is a PDF, too', Buffer.concat([jpegOf(), pdfOf()]), 'fileHidesAnother'],
    ['a picture with a script in it', after(jpegOf(), '<script >alert(1)</script>'), 'fileHidesAnother'],
    ['a PNG with something after it', after(pngOf(), 'x'), 'fileHidesAnother'],
    ['a picture of one pixel', pngOf(1, 1), 'imageSize'],
    ['a picture to use up memory', pngOf(60_000, 60_000), 'imageSize'],
    ['a JPEG of no height', jpegOf(800, 0), 'imageSize'],
    ['a JPEG that breaks off', jpegOf().subarray(0, -4), 'fileDamaged'],
    ['a PNG with a wrong checksum', damaged(pngOf()), 'fileDamaged'],
    ['a PNG that breaks off', pngOf().subarray(0, -8), 'fileDamaged'],
  ])('%s', async (_, content, code) => {
    expect(await codeOf(content)).toBe(code);
  });

  // Work that grows with the square of the file would take hours here, and the test its time.
  it.each([
    ['stream', 'pdfUnreadable'],
    ['/First/N stream ', 'pdfUnreadable'],
    ['/', 'application/pdf'],
    ['#', 'application/pdf'],
    ['endstream', 'application/pdf'],
    ['PK\u0005\u0006', 'application/pdf'],
  ])('in the time that its length takes, though it holds nothing but “%s”', async (text, code) => {
    const body = text.repeat(Math.floor((MOST_FILE_BYTES - 2000) / text.length));
    expect(await codeOf(pdfOf(body))).toBe(code);
  });
});

describe('an object stream', () => {
  it('that unpacks to more than is looked at is refused', async () => {
    const bomb = packed(' '.repeat(40 * 1024 * 1024));
    expect(await codeOf(pdfOf(bomb))).toBe('pdfUnreadable');
  });
});

function damaged(png: Buffer): Buffer {
  const copy = Buffer.from(png);
  copy[20] = (copy[20] ?? 0) ^ 1;
  expect(crc32(copy)).not.toBe(crc32(png));
  return copy;
}
