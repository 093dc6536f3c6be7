import { dig } from '#lib/domain/compensation/reader.ts';
import type { GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** As many cases as one version may have: they are all calculated each time it is looked at. */
export const MOST_CASES = 200;

function fault(pointer: string, code: string, message: string, fix: string): FieldProblem {
  return { pointer, code, message, fix };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readCase(value: unknown, index: number, faults: FieldProblem[]): GoldenCase {
  const place = `Fall ${index + 1}`;
  const name = dig(value, 'name');
  // The shape of worked examples has its facts beside the agreement version that they were made for.
  const facts = dig(value, 'facts') ?? dig(value, 'input', 'facts');
  const expected = dig(value, 'expected') ?? null;
  if (typeof name !== 'string' || name.trim() === '') {
    faults.push(
      fault(`/${index}/name`, 'required', `${place}: namnet saknas.`, 'Ge fallet ett namn i ”name”.'),
    );
  }
  if (!isObject(facts)) {
    faults.push(
      fault(`/${index}/facts`, 'notObject', `${place}: fakta saknas.`, 'Skriv dem som ett objekt i ”facts”.'),
    );
  }
  if (expected !== null && !isObject(expected)) {
    faults.push(
      fault(
        `/${index}/expected`,
        'notObject',
        `${place}: det väntade resultatet är inget objekt.`,
        'Rätta ”expected”, eller ta bort det.',
      ),
    );
  }
  return { name: typeof name === 'string' ? name.trim() : '', facts, expected };
}

/** Cases `{ name, facts, expected }` from JSON of unknown shape, or all that is wrong with them. */
export function readCases(value: unknown): Result<readonly GoldenCase[], readonly FieldProblem[]> {
  if (!Array.isArray(value)) {
    return err([
      fault('', 'notList', 'Det som står är ingen lista med fall.', 'Börja med [ och sluta med ].'),
    ]);
  }
  if (value.length === 0)
    return err([fault('', 'empty', 'Listan har inga fall.', 'Lägg till minst ett fall.')]);
  const faults: FieldProblem[] = [];
  const cases = value.map((one: unknown, index) => readCase(one, index, faults));
  return faults.length === 0 ? ok(cases) : err(faults);
}

/** JSON as it was pasted or sent, or what is wrong with it and on which line. */
export function readJson(text: string, pointer: string): Result<unknown, readonly FieldProblem[]> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length;
    const where = line === null ? '' : ` Felet är på rad ${line}.`;
    return err([
      fault(
        pointer,
        'notJson',
        `Texten är inte JSON.${where}`,
        'Kontrollera citattecken, kommatecken och att alla parenteser är stängda.',
      ),
    ]);
  }
}
