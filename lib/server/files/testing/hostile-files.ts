import { deflateRawSync } from 'node:zlib';
import { REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import { makeWorkbook, makeZip, type Part, sheetXml } from '#lib/server/files/testing/make-zip.ts';
import { jpegOf, pdfOf, pngOf, zipOf } from '#lib/server/evidence/testing/files.ts';

/** A file that is made to do harm, and how. Made when it is asked for: some are large. */
export type HostileFile = { readonly kind: string; readonly make: () => Buffer };

const MIB = 1024 * 1024;
const header = REPORT_COLUMNS.join(';');
const part = (name: string, content: string | Buffer): Part => ({ name, content: Buffer.from(content) });
const cell = (text: string): string => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
const workbook = (others: readonly Part[] = []): Buffer => makeWorkbook(sheetXml(cell('x')), others);

/** A number of the archive's directory or local headers is made another: `at` bytes into each of those records. */
function lied(archive: Buffer, signature: number, at: number, value: number): Buffer {
  const changed = Buffer.from(archive);
  for (let from = 0; from + 46 < changed.length; from += 1) {
    if (changed.readUInt32LE(from) === signature) changed.writeUInt32LE(value, from + at);
  }
  return changed;
}
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** All entries of the directory lead to the same bytes. */
function overlapping(count: number): Buffer {
  const body = deflateRawSync(Buffer.alloc(4 * MIB));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(LOCAL, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt16LE(1, 26);
  const directory = Array.from({ length: count }, (_, n) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(CENTRAL, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(body.length, 20);
    const name = Buffer.from(`xl/${n}.xml`);
    entry.writeUInt16LE(name.length, 28);
    return Buffer.concat([entry, name]);
  });
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(31 + body.length, 16);
  return Buffer.concat([local, Buffer.from('a'), body, all, end]);
}

const archives: Readonly<Record<string, () => Buffer>> = {
  'zip bomb': () => workbook([part('xl/media/a.bin', Buffer.alloc(200 * MIB))]),
  'zip bomb in a zip': () =>
    workbook([part('xl/embeddings/a.zip', makeZip([part('b', Buffer.alloc(40 * MIB))]))]),
  'zip bomb in the sheet': () => makeWorkbook(sheetXml(cell('A').repeat(900_000))),
  'overlapping entries': () => overlapping(400),
  'very many entries': () => workbook(Array.from({ length: 5000 }, (_, n) => part(`xl/${n}`, ''))),
  'sizes that lie: none': () => lied(workbook(), CENTRAL, 24, 0),
  'sizes that lie: packed, too large': () => lied(workbook(), CENTRAL, 20, 0xff_ff_ff_f0),
  'offsets beyond the end': () => lied(workbook(), CENTRAL, 42, 0x7f_ff_ff_ff),
  'sizes of 64 bits': () => lied(lied(workbook(), CENTRAL, 20, 0xff_ff_ff_ff), LOCAL, 18, 0xff_ff_ff_ff),
  'a directory of 64 bits': () => lied(workbook(), END, 16, 0xff_ff_ff_ff),
  'sizes after the content': () => lied(lied(workbook(), LOCAL, 6, 8), LOCAL, 18, 0),
  encrypted: () => lied(lied(workbook(), CENTRAL, 8, 1), LOCAL, 6, 1),
  'paths that climb': () =>
    makeZip([part('../../../etc/passwd', 'x'), part('/etc/passwd', 'x'), part(String.raw`..\..\x`, 'x')]),
  'cut in the middle': () => workbook().subarray(0, 300),
  'without a directory': () => workbook().subarray(0, -22),
};

const ENTITIES = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n} "${`&${n === 0 ? 'a' : `e${n - 1}`};`.repeat(10)}">`).join('')}]>`;

const workbooks: Readonly<Record<string, () => Buffer>> = {
  'entities that grow': () =>
    makeWorkbook(`<?xml version="1.0"?>${ENTITIES}${sheetXml(cell('&e8;')).slice(21)}`),
  'an entity of a file': () =>
    makeWorkbook(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheetXml(cell('&a;')).slice(21)}`,
    ),
  'an entity in UTF-16': () =>
    makeWorkbook(
      Buffer.from(
        `\uFEFF<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheetXml(cell('&a;')).slice(21)}`,
        'utf16le',
      ),
    ),
  'a dimension of everything': () =>
    makeWorkbook(sheetXml(cell('x')).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
  'a cell far away': () =>
    makeWorkbook(sheetXml('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>')),
  'rows with numbers that are none': () =>
    makeWorkbook(
      sheetXml(
        '<row r="-1"><c r="A99999999999" t="inlineStr"><is><t>x</t></is></c></row><row r="NaN"><c r="" t="s"><v>99999999999</v></c></row>',
      ),
    ),
  'shared strings without end': () =>
    workbook([
      part(
        'xl/sharedStrings.xml',
        `<sst count="4000000000" uniqueCount="4000000000">${'<si><t>a</t></si>'.repeat(500_000)}</sst>`,
      ),
    ]),
  'a shared string of many mebibytes': () =>
    workbook([part('xl/sharedStrings.xml', `<sst><si><t>${'ab'.repeat(15 * MIB)}</t></si></sst>`)]),
  'merged cells without end': () =>
    makeWorkbook(
      sheetXml(cell('x'), `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(200_000)}</mergeCells>`),
    ),
  'deep XML': () => makeWorkbook(sheetXml(`${'<a>'.repeat(300_000)}${'</a>'.repeat(300_000)}`)),
  'XML that is never closed': () => makeWorkbook(`<worksheet><sheetData><row><c ${'a="b" '.repeat(200_000)}`),
  'attributes without end': () =>
    makeWorkbook(
      sheetXml(`<row r="1" ${Array.from({ length: 100_000 }, (_, n) => `a${n}="${n}"`).join(' ')}/>`),
    ),
  macros: () => workbook([part('xl/vbaProject.bin', 'x')]),
  'links to elsewhere': () =>
    workbook([
      part('xl/externalLinks/externalLink1.xml', '<externalLink><externalBook/></externalLink>'),
      part(
        'xl/externalLinks/_rels/externalLink1.xml.rels',
        '<Relationships><Relationship Id="rId1" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
      ),
    ]),
  'the same part twice': () => workbook([part('xl/worksheets/sheet1.xml', sheetXml(cell('y')))]),
  'the same part in other letters': () => workbook([part('XL/Worksheets/Sheet1.xml', sheetXml(cell('y')))]),
  'wrong content types': () =>
    makeZip([
      part(
        '[Content_Types].xml',
        '<Types><Override PartName="/xl/workbook.xml" ContentType="text/html"/></Types>',
      ),
      part('xl/workbook.xml', '<html/>'),
    ]),
  'formulas that run': () =>
    makeWorkbook(sheetXml(`<row r="1"><c r="A1"><f>cmd|' /C calc'!A0</f><v>1</v></c></row>`)),
};

const texts: Readonly<Record<string, () => Buffer>> = {
  empty: () => Buffer.alloc(0),
  'line ends alone': () => Buffer.from('\r\n'.repeat(100_000)),
  'empty rows without end': () => Buffer.from(`${header}\n${';\n'.repeat(3_000_000)}`),
  'null characters': () => Buffer.from(`${header}\na\0b;c\n`),
  'one line without end': () => Buffer.alloc(9 * MIB, 'a'),
  'a quotation never closed': () => Buffer.from(`${header}\n"${'a;b\n'.repeat(2 * MIB)}`),
  'a million columns': () => Buffer.from(`${header}\n${';'.repeat(1_000_000)}\n`),
  'a heading of a million columns': () => Buffer.from(`${'x;'.repeat(1_000_000)}\n`),
  'rows without end': () => Buffer.from(`${header}\n${'1;2\n'.repeat(2 * MIB)}`),
  'quotations without end': () => Buffer.from(`${header}\n${'""'.repeat(4 * MIB)}`),
  'UTF-16 cut in half': () => Buffer.from(`\uFEFF${header}\n1`, 'utf16le').subarray(0, -1),
  'UTF-16 with half a letter': () =>
    Buffer.concat([Buffer.from(`\uFEFF${header}\n`, 'utf16le'), Buffer.from([0x00, 0xd8, 0x0a, 0x00])]),
  'marks at the beginning, many': () => Buffer.from(`${'\uFEFF'.repeat(1000)}${header}\n`),
  'mixed line ends': () => Buffer.from(`${header}\r1;2\n3;4\r\n5;6\n\r`),
  'formulas in cells': () => Buffer.from(`${header}\n=cmd|'/C calc'!A0;+1;-1;@SUM(A1);\t=1\n`),
  'writing from right to left': () => Buffer.from(`${header}\n\u202E1;\u2066x;\u200B;\u{E0041}\n`),
  'a web page': () => Buffer.from('<!doctype html><script>alert(1)</script>'),
  binary: () => Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256)),
  'old Excel': () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
};

const documents: Readonly<Record<string, () => Buffer>> = {
  'a PDF with a script': () => pdfOf('4 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'),
  'a PDF with a script by another name': () => pdfOf('4 0 obj << /S /J#61vaScript /#4aS (x) >> endobj'),
  'a PDF with a file in it': () =>
    pdfOf('4 0 obj << /Type /Filespec /EF << /F 5 0 R >> /EmbeddedFile 5 0 R >> endobj'),
  'a PDF that starts a program': () => pdfOf('4 0 obj << /S /Launch /F (cmd.exe) >> endobj'),
  'a PDF of a million pages': () => pdfOf('', '/Count 1000000 '.repeat(100_000)),
  'a PDF of names alone': () => pdfOf('/'.repeat(8 * MIB)),
  'a PDF of streams alone': () => pdfOf('stream\n'.repeat(MIB)),
  'a PDF that unpacks': () => packedPdf(Buffer.alloc(100 * MIB)),
  'a PDF with a password': () => pdfOf('', '/Encrypt 5 0 R'),
  'a PDF that is a zip': () => Buffer.concat([pdfOf(), zipOf('a')]),
  'a PDF that is a web page': () =>
    Buffer.concat([Buffer.from('%PDF-1.7\n<html><script>alert(1)</script>'), pdfOf()]),
  'a picture that is a zip': () => Buffer.concat([jpegOf(), zipOf('a')]),
  'a picture that is a web page': () => Buffer.concat([jpegOf(), Buffer.from('<script>alert(1)</script>')]),
  'a picture of very many pixels': () => pngOf(60_000, 60_000),
  'a picture that is cut': () => pngOf().subarray(0, 60),
  'a drawing with a script, called a picture': () =>
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  'a picture with a length that lies': () => Buffer.from('ffd8ffe1ffff4578696600', 'hex'),
  'a picture of fillings alone': () =>
    Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(9 * MIB, 255)]),
  HEIC: () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'),
};

function packedPdf(content: Buffer): Buffer {
  const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), deflateRawSync(content)]);
  return pdfOf(
    `4 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >> stream\n${packed.toString('latin1')}\nendstream endobj`,
  );
}

/** Every kind of file that somebody might send to do harm. */
export const HOSTILE_FILES: readonly HostileFile[] = [archives, workbooks, texts, documents].flatMap(
  (group) => Object.entries(group).map(([kind, make]) => ({ kind, make })),
);
