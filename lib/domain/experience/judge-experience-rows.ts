import {
  type Experience,
  type ExperienceContent,
  type ExperienceKind,
  experienceProblems,
} from '#lib/domain/experience/experience.ts';
import { EXPERIENCE_COLUMNS, type ExperienceRow } from '#lib/domain/experience/experience-file.ts';
import { sensitiveParts } from '#lib/domain/text/sensitive-words.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export type ExperienceInRow = ExperienceContent & { readonly kind: ExperienceKind };

/** What a row of a file comes to: something new, something that is there already, or faults that keep it from being read. */
export type JudgedRow =
  | { readonly state: 'new'; readonly content: ExperienceInRow }
  /** `twin` is the row of the file that says the same; null where the list has it already. */
  | { readonly state: 'double'; readonly content: ExperienceInRow; readonly twin: number | null }
  | { readonly state: 'wrong'; readonly problems: readonly FieldProblem[] };

const KINDS: Readonly<Record<string, ExperienceKind>> = {
  arbete: 'work',
  jobb: 'work',
  work: 'work',
  utbildning: 'education',
  education: 'education',
  körkort: 'licence',
  behörighet: 'licence',
  'körkort och behörigheter': 'licence',
  licence: 'licence',
  språk: 'language',
  language: 'language',
};
const GOES_ON: ReadonlySet<string> = new Set(['pågår', 'nu', 'ongoing', 'now']);
const LONGEST = { what: 120, place: 120, note: 500 } as const;

/**
 * Judges the rows of a file against each other and against what the participant's list holds, in their order. The same kind,
 * what, place and first year is the same thing, however it is written: it is told, and never taken twice. Faults point at
 * the field and have row and column of the file, and a remedy.
 */
export function judgeExperienceRows(
  rows: readonly ExperienceRow[],
  held: readonly (Pick<Experience, 'kind'> & ExperienceContent)[],
  thisYear: number,
): readonly JudgedRow[] {
  const seen = new Map<string, number | null>(held.map((one) => [keyOf(one), null]));
  return rows.map((row): JudgedRow => {
    const { content, problems } = readRow(row, thisYear);
    if (content === null) {
      return { state: 'wrong', problems: problems.map((problem) => placed(problem, row)) };
    }
    const key = keyOf(content);
    const twin = seen.get(key);
    if (twin !== undefined) return { state: 'double', content, twin };
    seen.set(key, row.row);
    return { state: 'new', content };
  });
}

function keyOf({ kind, what, place, fromYear }: ExperienceInRow): string {
  const plain = (text: string) => text.toLocaleLowerCase('sv').replaceAll(/\s+/gu, ' ');
  return JSON.stringify([kind, plain(what), plain(place), fromYear]);
}

type Read = { readonly content: ExperienceInRow | null; readonly problems: readonly FieldProblem[] };

function readRow(row: ExperienceRow, thisYear: number): Read {
  const problems: FieldProblem[] = [];
  const kind = KINDS[row.kind.toLocaleLowerCase('sv')];
  if (kind === undefined)
    problems.push(
      fault(
        'kind',
        'kindUnknown',
        row.kind === ''
          ? 'Det står inte vad för slag det är.'
          : `Vi känner inte igen slaget ”${row.kind.slice(0, 40)}”.`,
        'Skriv arbete, utbildning, körkort eller språk.',
      ),
    );
  problems.push(...textFaults(row));
  const from = readYear(row.fromYear);
  const to = GOES_ON.has(row.toYear.toLocaleLowerCase('sv')) ? null : readYear(row.toYear);
  if (from === undefined) problems.push(yearFault('fromYear', row.fromYear));
  if (to === undefined) problems.push(yearFault('toYear', row.toYear));
  if (kind === undefined || from === undefined || to === undefined) return { content: null, problems };
  const { what, place, note } = row;
  const content = { kind, what, place, note, fromYear: from, toYear: to };
  problems.push(...experienceProblems(content, thisYear));
  return problems.length === 0 ? { content, problems } : { content: null, problems };
}

function textFaults(row: ExperienceRow): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  if (row.what === '')
    found.push(
      fault(
        'what',
        'whatMissing',
        'Det står inte vad det är.',
        'Skriv yrke, utbildning, behörighet eller språk.',
      ),
    );
  for (const field of ['what', 'place', 'note'] as const) {
    const most = LONGEST[field];
    const { length } = row[field];
    if (length > most)
      found.push(fault(field, 'tooLong', `Texten är ${length} tecken lång.`, `Skriv högst ${most} tecken.`));
    if (sensitiveParts(row[field]).some(({ kind }) => kind === 'identityNumber'))
      found.push(
        fault(
          field,
          'identityNumber',
          'Här står något som ser ut som ett personnummer.',
          'Ta bort det ur filen.',
        ),
      );
  }
  return found;
}

/** Four digits, alone or first in a month or a day; null where nothing is said, undefined where it is no year. */
function readYear(text: string): number | null | undefined {
  if (text === '') return null;
  const [, year] = /^(\d{4})(?:-\d{2}){0,2}$/.exec(text) ?? [];
  return year === undefined ? undefined : Number(year);
}

function yearFault(field: 'fromYear' | 'toYear', text: string): FieldProblem {
  const fix =
    field === 'toYear'
      ? 'Skriv året med fyra siffror, eller låt cellen vara tom om det pågår.'
      : 'Skriv året med fyra siffror, eller låt cellen vara tom.';
  return fault(field, 'yearUnreadable', `”${text.slice(0, 40)}” är inget år.`, fix);
}

function fault(field: string, code: string, message: string, fix: string): FieldProblem {
  return { pointer: `/${field}`, code, message, fix };
}

function placed(problem: FieldProblem, { row }: ExperienceRow): FieldProblem {
  const field = problem.pointer.slice(1) as keyof typeof EXPERIENCE_COLUMNS;
  return {
    ...problem,
    row,
    column: EXPERIENCE_COLUMNS[field].sv,
  };
}
