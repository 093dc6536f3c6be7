import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EXPERIENCE_FIELDS,
  type ExperienceRow,
  readExperienceTable,
} from '#lib/domain/experience/experience-file.ts';
import { judgeExperienceRows } from '#lib/domain/experience/judge-experience-rows.ts';
import type { SheetCell } from '#lib/domain/upload/sheet-cell.ts';

const HEADER = ['slag', 'vad', 'var', 'från år', 'till år', 'mer'];
const table = (header: readonly SheetCell[], ...rows: readonly (readonly SheetCell[])[]) => ({
  header: { row: 1, cells: header },
  rows: rows.map((cells, index) => ({ row: index + 2, cells })),
});
const row = (given: Partial<ExperienceRow> = {}): ExperienceRow => ({
  row: 2,
  kind: 'arbete',
  what: 'Kock',
  place: 'Hotellet',
  fromYear: '2015',
  toYear: '2019',
  note: '',
  ...given,
});
const judge = (...rows: readonly ExperienceRow[]) => judgeExperienceRows(rows, [], 2026);

describe('a table of experience', () => {
  test('has its columns in any order and in either language; cells become text', () => {
    const read = readExperienceTable(
      table(
        ['what', ' KIND ', 'from year', 'hobby'],
        ['Kock', 'arbete', 2015, 'segling'],
        ['Svets', 'körkort', { date: '2018-03-01' }, null],
      ),
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        ignored: ['hobby'],
        rows: [
          { row: 2, what: 'Kock', kind: 'arbete', fromYear: '2015', place: '', note: '' },
          { row: 3, what: 'Svets', kind: 'körkort', fromYear: '2018' },
        ],
      },
    });
  });

  test.each([
    [['slag', 'var'], 'columnsMissing'],
    [[...HEADER, 'what'], 'columnsDouble'],
  ])('with the headings %j is refused whole: %s', (header, code) => {
    expect(readExperienceTable(table(header, ['arbete', 'Kock']))).toMatchObject({ error: { code } });
  });

  test('without rows, with too many, or with cells that hold nothing of their own is refused whole', () => {
    expect(readExperienceTable(table(HEADER))).toMatchObject({ error: { code: 'rowsNone' } });
    const many = Array.from({ length: 61 }, (_, at) => ['arbete', `Kock ${at}`]);
    expect(readExperienceTable(table(HEADER, ...many))).toMatchObject({ error: { code: 'rowsTooMany' } });
    const merged = { row: 2, cells: ['arbete', 'Kock'], covered: [2] };
    expect(readExperienceTable({ ...table(HEADER), rows: [merged] })).toMatchObject({
      error: { code: 'cellsWithoutValue', row: 2 },
    });
  });
});

describe('a row of experience', () => {
  test.each([
    [{ kind: 'hobby' }, 'slag', 'kindUnknown'],
    [{ kind: '' }, 'slag', 'kindUnknown'],
    [{ what: '' }, 'vad', 'whatMissing'],
    [{ what: 'x'.repeat(121) }, 'vad', 'tooLong'],
    [{ note: 'Född 19121212-1212' }, 'mer', 'identityNumber'],
    [{ fromYear: '15' }, 'från år', 'yearUnreadable'],
    [{ toYear: 'länge' }, 'till år', 'yearUnreadable'],
    [{ fromYear: '1890' }, 'från år', 'year'],
    [{ toYear: '2014' }, 'till år', 'year'],
  ])('%j is wrong in the column %s: %s', (given, column, code) => {
    const [judged] = judge(row(given));
    expect(judged).toMatchObject({ state: 'wrong', problems: [{ row: 2, column, code }] });
    expect(judged?.state === 'wrong' && judged.problems.every(({ fix }) => fix !== undefined)).toBe(true);
  });

  test('tells every fault it has', () => {
    const [judged] = judge(row({ kind: 'hobby', what: '', fromYear: 'x', toYear: 'y' }));
    expect(judged?.state === 'wrong' ? judged.problems.map(({ pointer }) => pointer) : []).toEqual([
      '/kind',
      '/what',
      '/fromYear',
      '/toYear',
    ]);
  });

  test('that goes on, or says no years, is right', () => {
    expect(judge(row({ toYear: 'pågår' }))).toMatchObject([{ state: 'new', content: { toYear: null } }]);
    expect(judge(row({ fromYear: '', toYear: '' }))).toMatchObject([
      { state: 'new', content: { fromYear: null, toYear: null } },
    ]);
    expect(judge(row({ fromYear: '2015-03' }))).toMatchObject([{ content: { fromYear: 2015 } }]);
  });

  test('is a double of the list, or of a row before it, however it is written', () => {
    const held = {
      kind: 'work',
      what: 'kock',
      place: 'HOTELLET',
      fromYear: 2015,
      toYear: null,
      note: 'x',
    } as const;
    expect(judgeExperienceRows([row()], [held], 2026)).toMatchObject([{ state: 'double', twin: null }]);
    expect(judge(row(), row({ row: 3, what: 'KOCK', toYear: '' }))).toMatchObject([
      { state: 'new' },
      { state: 'double', twin: 2 },
    ]);
    expect(judge(row(), row({ row: 3, fromYear: '2018' }))).toMatchObject([
      { state: 'new' },
      { state: 'new' },
    ]);
  });
});

test('whatever a file says, each row is judged once, and nothing is new twice', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 140 }),
    fc.constantFrom('arbete', 'Kock', '2015', 'pågår', ''),
  );
  const fields = fc.record(Object.fromEntries(EXPERIENCE_FIELDS.map((field) => [field, text])));
  fc.assert(
    fc.property(fc.array(fields, { maxLength: 8 }), (given) => {
      const rows = given.map((one, at) => row({ ...one, row: at + 2 }));
      const first = judgeExperienceRows(rows, [], 2026);
      expect(first).toHaveLength(rows.length);
      const taken = first.flatMap((one) => (one.state === 'new' ? [one.content] : []));
      const again = judgeExperienceRows(rows, taken, 2026);
      expect(again.filter(({ state }) => state === 'new')).toEqual([]);
      expect(again.filter(({ state }) => state === 'wrong')).toEqual(
        first.filter(({ state }) => state === 'wrong'),
      );
    }),
  );
});
