import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { FileFaultCode } from '#lib/domain/upload/file-fault.ts';
import { REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import { type FileTable, readFile } from '#lib/server/files/read-file.ts';
import { readInThread } from '#lib/server/files/read-in-thread.ts';
import { makeWorkbook, makeZip, sheetXml } from '#lib/server/files/testing/make-zip.ts';

const MIB = 1024 * 1024;
const row = ['123456789', '2026-03', 'mapping', 'onSite', '60', '', '1', ''];
const lines = [REPORT_COLUMNS.join(';'), row.join(';')];
const csv = `${lines.join('\r\n')}\r\n`;

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];
const xlsx = async (sheets: Sheets): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets }));
const reports = { name: 'Rapporter', rows: [[...REPORT_COLUMNS], row] };

async function table(bytes: Buffer | string): Promise<FileTable> {
  const read = await readFile(Buffer.from(bytes));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
async function faultOf(bytes: Buffer | string): Promise<FileFaultCode | null> {
  const read = await readFile(Buffer.from(bytes));
  return read.ok ? null : read.error.code;
}
const cells = async (bytes: Buffer | string) => (await table(bytes)).rows.map((found) => found.cells);
const noteCodes = async (bytes: Buffer | string) => (await table(bytes)).notes.map(({ code }) => code);

describe('text in the encodings and shapes that spreadsheets save', () => {
  const wide = Buffer.from(csv, 'utf16le');
  test.each<[string, Buffer | string, readonly string[]]>([
    ['UTF-8', csv, []],
    ['UTF-8 with a mark', `\uFEFF${csv}`, []],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), ['encoding']],
    ['UTF-16 without one', wide, ['encoding']],
    [
      'UTF-16 the other way',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]),
      ['encoding'],
    ],
    ['commas', csv.replaceAll(';', ','), []],
    ['tabs', csv.replaceAll(';', '\t'), ['delimiter']],
    ['old line ends', csv.replaceAll('\r\n', '\r'), []],
  ])('%s', async (_, bytes, notes) => {
    expect(await cells(bytes)).toEqual([row]);
    expect(await noteCodes(bytes)).toEqual(notes);
  });

  test('Windows-1252 is read as such and said', async () => {
    const text = Buffer.from(`${lines[0]};anm\r\n${lines[1]};räksmörgås\r\n`, 'latin1');
    expect((await cells(text))[0]?.at(-1)).toBe('räksmörgås');
    expect(await noteCodes(text)).toEqual(['encoding']);
  });

  test('rows are counted as a spreadsheet shows them: lines that are empty, fields with line breaks, a title above', async () => {
    const read = await table(`sep=;\nMars\n\n${lines[0]};anm\n${lines[1]};"två\nrader"\n\n${lines[1]};\n`);
    expect(read.header.row).toBe(4);
    expect(read.rows.map((found) => found.row)).toEqual([5, 7]);
  });
});

describe('workbooks', () => {
  test('numbers, texts and dates come as they are, from the one sheet with reports', async () => {
    const date = new Date(Date.UTC(2026, 2, 1));
    const bytes = await xlsx([
      { name: 'Anteckningar', rows: [['a']] },
      { name: 'R', rows: [[...REPORT_COLUMNS], [123_456_789, date, 'mapping', 'onSite', 60, null, 1]] },
    ]);
    expect(await cells(bytes)).toEqual([
      [123_456_789, { date: '2026-03-01' }, 'mapping', 'onSite', 60, null, 1],
    ]);
    expect(await noteCodes(bytes)).toEqual(['sheetsIgnored']);
  });

  test('a hidden sheet is not read; the only one with reports has to be shown', async () => {
    expect(await noteCodes(await xlsx([reports, { ...reports, name: 'Gammalt', hidden: true }]))).toEqual([
      'sheetsHidden',
    ]);
    expect(
      await faultOf(
        await xlsx([
          { name: 'Annat', rows: [['a']] },
          { ...reports, hidden: true },
        ]),
      ),
    ).toBe('sheetHidden');
    expect(await faultOf(await xlsx([reports, { ...reports, name: 'Två' }]))).toBe('sheetsSeveral');
  });

  test('merged cells are told cell by cell', async () => {
    const bytes = await xlsx([
      {
        ...reports,
        rows: [[...REPORT_COLUMNS], row, row.with(0, '')],
        merges: [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }],
      },
    ]);
    expect((await table(bytes)).rows.map(({ covered }) => covered)).toEqual([undefined, [0]]);
  });

  test('a formula gives its saved value and is said; one without is told', async () => {
    const head = REPORT_COLUMNS.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('');
    const bytes = makeWorkbook(
      sheetXml(
        `<row r="1">${head}</row><row r="2"><c r="A2"><v>123456789</v></c><c r="E2"><f>30+30</f><v>60</v></c><c r="G2"><f>1+1</f></c></row>`,
      ),
    );
    const read = await table(bytes);
    expect(read.rows).toMatchObject([{ row: 2, unsaved: [6] }]);
    expect(read.rows[0]?.cells[4]).toBe(60);
    expect(read.notes).toEqual([{ code: 'formulas', facts: { count: 2, first: 'E2' } }]);
  });
});

describe('what cannot be used is named', () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const part = (name: string) => ({ name, content: Buffer.from('x') });
  test.each<[FileFaultCode, Buffer | string]>([
    ['fileEmpty', ''],
    ['fileEmpty', ' \r\n'],
    ['fileOldExcel', Buffer.concat([compound, Buffer.alloc(600)])],
    ['fileEncrypted', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['filePdf', '%PDF-1.7'],
    ['fileWebPage', '<html><table><tr><td>1</td></tr></table></html>'],
    ['fileUnknown', Buffer.from([1, 2, 3, 0, 5])],
    ['fileUnknown', makeZip([part('word/document.xml')])],
    ['fileBinaryExcel', makeZip([part('[Content_Types].xml'), part('xl/workbook.bin')])],
    ['fileMacros', makeWorkbook(sheetXml(''), [part('xl/vbaProject.bin')])],
    ['fileOpenDocument', makeZip([part('mimetype'), part('content.xml')])],
    ['fileEncrypted', makeZip([{ ...part('xl/workbook.xml'), flags: 1 }])],
    ['fileDamaged', makeWorkbook(sheetXml('')).subarray(0, 400)],
    ['fileDamaged', makeZip([part('a'), part('A')])],
    ['fileDamaged', makeWorkbook('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>')],
    ['fileManyParts', makeZip(Array.from({ length: 501 }, (_, n) => part(String(n))))],
    ['headerMissing', makeWorkbook(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'))],
    ['headerMissing', 'a;b\r\n1;2'],
    ['csvBroken', `${lines[0]}\r\n"123456789;2026-03`],
    ['rowsTooMany', `${lines[0]}\r\n${`${lines[1]}\r\n`.repeat(30_001)}`],
  ])('%s (%#)', async (code, bytes) => {
    expect(await faultOf(bytes)).toBe(code);
  });
});

describe('hostile archives', () => {
  test('a small archive that grows is stopped before it has grown', async () => {
    const bomb = makeWorkbook(Buffer.alloc(300 * MIB, ' '));
    expect(bomb.length).toBeLessThan(MIB);
    expect(await faultOf(bomb)).toBe('fileInflates');
    expect(
      await faultOf(makeWorkbook(sheetXml(''), [{ name: 'xl/media/a', content: Buffer.alloc(8 * MIB) }])),
    ).toBe('fileInflates');
  });

  test('a thread that takes all its memory or time is ended, and this process goes on', async () => {
    const wide = sheetXml(
      Array.from(
        { length: 20_000 },
        (_, n) => `<row r="${n + 1}"><c r="XFD${n + 1}"><v>${Math.sin(n)}</v></c></row>`,
      ).join(''),
    );
    const hostile = makeWorkbook(wide);
    const slow = await readInThread(hostile, { seconds: 0.05, heapMiB: 160 });
    expect(slow).toMatchObject({ ok: false, error: { code: 'fileTooSlow' } });
    const heavy = await readInThread(hostile, { seconds: 30, heapMiB: 4 });
    expect(heavy).toMatchObject({ ok: false, error: { code: 'fileTooHeavy' } });
    expect(await readInThread(Buffer.from(csv))).toMatchObject({ ok: true });
  }, 60_000);

  test('no bytes, however broken, are more than a fault', async () => {
    const sound = await xlsx([reports]);
    const seed = 20_260_301;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.nat(sound.length),
        async (changes, length) => {
          const bytes = Buffer.from(sound);
          for (const [at, byte] of changes) bytes[at] = byte;
          const read = await readFile(length % 3 === 0 ? bytes.subarray(0, length) : bytes);
          expect(read.ok ? read.value.kind : typeof read.error.code).toMatch(/xlsx|csv|string/);
        },
      ),
      { seed, numRuns: 400 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const read = await readFile(Buffer.from(bytes));
        expect(typeof read.ok).toBe('boolean');
      }),
      { seed, numRuns: 400 },
    );
  }, 60_000);
});
