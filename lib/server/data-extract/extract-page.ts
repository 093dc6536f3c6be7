import { columnTitle, tableTitle } from '#lib/domain/data-protection/table-words.ts';
import { PURPOSES } from '#lib/domain/data-protection/purposes.ts';
import { retentionInWords } from '#lib/domain/data-protection/retention-rules.ts';
import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';
import type { ExtractOf, ExtractRow } from '#lib/server/data-extract/extract-source.ts';

export type ReadTable = {
  readonly table: RegisteredTable;
  readonly of: ExtractOf;
  readonly rows: () => AsyncIterable<readonly ExtractRow[]>;
};

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? '');

const HEAD = `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Registerutdrag</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
h2{margin-top:2.5rem}dl{display:grid;grid-template-columns:minmax(8rem,16rem) 1fr;gap:.2rem 1rem;border-top:1px solid #8888;padding-top:.6rem}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}</style></head><body>
<h1>Registerutdrag</h1>
<p>Det här är allt som Leverantörsportalen har om dig den dag du bad om det: vad det är, varför det finns och hur länge det sparas. Samma uppgifter
finns i mappen <code>uppgifter</code>, så som ett datorprogram läser dem. Filer som har lämnats om dig finns i mappen <code>filer</code>.</p>
<p>Uppgifter om andra personer är inte med, och inte heller nycklar och lösenord.</p>
`;

function valueInWords(value: unknown): string {
  if (value === null || value === '') return '–';
  if (value === true) return 'ja';
  if (value === false) return 'nej';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const item = (row: ExtractRow): string =>
  `<dl>${Object.entries(row)
    .map(([name, value]) => `<dt>${safe(columnTitle(name))}</dt><dd>${safe(valueInWords(value))}</dd>`)
    .join('')}</dl>\n`;

function sectionHead({ table, of }: ReadTable): string {
  const title = `<h2>${safe(tableTitle(table.table))}${of === 'hand' ? ' – vad du har gjort' : ''}</h2>`;
  if (table.retention === 'none') return `${title}\n`;
  const { why, ground } = PURPOSES[table.purpose];
  return `${title}<p>Varför: ${safe(why)}. Stöd: ${safe(ground.replace(/\.$/, ''))}. Sparas: ${safe(retentionInWords(table.retention))}.</p>\n`;
}

/** The page that a person reads: every row of every table in which there is something. */
export async function* extractPage(tables: readonly ReadTable[]): AsyncGenerator<string> {
  yield HEAD;
  for (const read of tables) {
    let isFirst = true;
    for await (const rows of read.rows()) {
      if (isFirst) yield sectionHead(read);
      isFirst = false;
      for (const row of rows) yield item(row);
    }
  }
  yield '</body></html>\n';
}

/** The same for programs: one list of rows. */
export async function* extractJson(read: ReadTable, counted: (rows: number) => void): AsyncGenerator<string> {
  yield '[';
  let isFirst = true;
  for await (const rows of read.rows()) {
    counted(rows.length);
    yield `${isFirst ? '\n' : ',\n'}${rows.map((row) => JSON.stringify(row)).join(',\n')}`;
    isFirst = false;
  }
  yield '\n]\n';
}
