import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCsv } from '#lib/server/import/csv-file.ts';
import { writeErrorFile } from '#lib/server/import/error-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileWith(content: string | Uint8Array): string {
  files += 1;
  const file = path.join(folder, `${files}.csv`);
  writeFileSync(file, content);
  return file;
}

async function read(content: string, required: readonly string[]): Promise<readonly string[]> {
  const csv = await openCsv(fileWith(content), { required });
  const rows: string[] = [];
  for await (const row of csv.rows())
    rows.push(`${row.row}: ${required.map((name) => row.get(name)).join('/')}`);
  return rows;
}

function opened(file: string, required: readonly string[] = ['a']): Promise<unknown> {
  return openCsv(file, { required });
}

describe('a CSV file', () => {
  it('may have a byte-order mark, commas or semicolons, and its columns in any order', async () => {
    expect(await read('level,from\nA,2021-01-01\n', ['level', 'from'])).toEqual(['2: A/2021-01-01']);
    expect(await read('\uFEFFfrom;level\r\n2021-01-01;A\r\n', ['level', 'from'])).toEqual([
      '2: A/2021-01-01',
    ]);
  });

  it('numbers its rows as a spreadsheet does, whatever is empty or quoted', async () => {
    const content = 'a,b\n\n"x,1","two\nlines"\n,\n 3 ,4';
    expect(await read(content, ['a', 'b'])).toEqual(['3: x,1/two\nlines', '5: 3/4']);
  });

  it('says which columns nobody asked for', async () => {
    const csv = await openCsv(fileWith('a,b,c\n1,2,3\n'), { required: ['a'], optional: ['c', 'd'] });
    expect(csv.ignored).toEqual(['b']);
  });

  it('says of a row whether it goes on past the last column', async () => {
    const csv = await openCsv(fileWith('a,b\n1,2\n1\n1,2,3\n1,2,\n'), { required: ['a', 'b'] });
    const tooLong: number[] = [];
    for await (const row of csv.rows()) if (row.tooLong) tooLong.push(row.row);
    expect(tooLong).toEqual([4]);
  });

  it('can be read more than once', async () => {
    const csv = await openCsv(fileWith('a\n1\n2\n'), { required: ['a'] });
    for (const _ of [1, 2]) {
      const seen: string[] = [];
      for await (const row of csv.rows()) seen.push(row.get('a'));
      expect(seen).toEqual(['1', '2']);
    }
  });

  it('is refused whole, in one sentence, when nothing in it can be read', async () => {
    await expect(opened(path.join(folder, 'absent.csv'))).rejects.toThrow(/absent\.csv finns inte/);
    await expect(opened(folder)).rejects.toThrow(/är en mapp/);
    await expect(opened(fileWith(''))).rejects.toThrow(/är tom/);
    await expect(opened(fileWith('a,b\n1,2\n'), ['a', 'c', 'd'])).rejects.toThrow(/saknar kolumnerna c, d/);
    await expect(opened(fileWith('a,b,a\n'))).rejects.toThrow(/mer än en kolumn som heter a/);
    await expect(read('a\n"x\n', ['a'])).rejects.toThrow(/går inte att läsa som CSV vid rad 2/);
    const latin1 = fileWith(new Uint8Array([0x61, 0x0a, 0xe5, 0x0a]));
    await expect(opened(latin1)).rejects.toThrow(/inte UTF-8/);
  });
});

describe('the file of failing rows', () => {
  const faults = new Map([
    [
      3,
      [
        { pointer: '/b', row: 3, column: 'b', code: 'wrong', message: 'Fel, tyvärr.', fix: 'Skriv om.' },
        { pointer: '', row: 3, code: 'late', message: 'För sent.' },
      ],
    ],
  ]);

  it('holds them as they stood, one line each, with what is wrong beside them', async () => {
    const csv = await openCsv(fileWith('a,b\n1,2\n=SUM(A1),-3\n'), { required: ['a'] });
    const target = path.join(folder, 'failed.csv');
    await writeErrorFile(target, csv, faults);
    expect(readFileSync(target, 'utf8')).toBe(
      `a,b,row,column,code,message,fix\n'=SUM(A1),-3,3,b | ,wrong | late,"Fel, tyvärr. | För sent.",Skriv om. | \n`,
    );
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it('is written the way the file was, and does not grow when it is imported itself', async () => {
    const csv = await openCsv(fileWith('\uFEFFa;b;row;code\n1;2;9;old\n3;4;8;old\n'), { required: ['a'] });
    const target = path.join(folder, 'again.csv');
    await writeErrorFile(target, csv, faults);
    expect(readFileSync(target, 'utf8').split('\n')[0]).toBe('\uFEFFa;b;row;column;code;message;fix');
  });
});
