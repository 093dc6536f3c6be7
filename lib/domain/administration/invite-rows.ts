import { PROVIDER_ROLES, type ProviderRole } from '#lib/domain/actor/role.ts';
import { MOST_INVITED } from '#lib/domain/administration/invitation.ts';
import type { OfficeScope } from '#lib/domain/administration/office-scope.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

export type KnownOffice = { readonly id: string; readonly name: string };

export type InvitedRow = {
  /** Line of what was pasted, from 1. */
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly ProviderRole[];
  readonly scope: OfficeScope;
};

const LONGEST_NAME = 100;
const MAIL = /^[^\s@;,<>"]+@[^\s@;,<>"]+\.[^\s@;,<>".]{2,}$/;

/** What roles are called, beside their codes, without regard to capitals. */
const ROLE_WORDS: Readonly<Record<string, ProviderRole>> = {
  ...Object.fromEntries(PROVIDER_ROLES.map((role) => [role.toLowerCase(), role])),
  handledare: 'coach',
  'mottagare av nya deltagare': 'intake',
  mottagare: 'intake',
  'ta emot deltagare': 'intake',
  rapportör: 'reporter',
  'behörig att intyga': 'signatory',
  intygare: 'signatory',
  behörighetsadministratör: 'providerAdmin',
  administratör: 'providerAdmin',
};

const ALL_WORDS: readonly string[] = ['alla', 'alla verksamheter', 'all', 'all offices'];
const HEADS: readonly string[] = ['namn', 'name'];

/** Whether the text has the shape of a mail address. Whether somebody reads it, only a mail tells. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && MAIL.test(text);
}

function cellsOf(line: string): readonly string[] {
  const separator = line.includes('\t') ? '\t' : ';';
  return line
    .split(separator)
    .map((cell) => cell.trim().replaceAll(/^"|"$/g, '').replaceAll('""', '"').trim());
}

function wordsIn(cell: string): readonly string[] {
  return cell
    .split(/[,+|]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

type Fault = { readonly code: string; readonly message: string; readonly fix?: string };

function readRoles(cell: string): Result<readonly ProviderRole[], Fault> {
  const words = wordsIn(cell);
  const roles = words.map((word) => ROLE_WORDS[word.toLocaleLowerCase('sv')]);
  const unknown = words.filter((_, index) => roles[index] === undefined);
  if (unknown.length > 0)
    return err({ code: 'roleUnknown', message: `Rollen ”${unknown.join(', ')}” finns inte.` });
  const known = PROVIDER_ROLES.filter((role) => roles.includes(role));
  return known.length === 0 ? err({ code: 'roleMissing', message: 'Rollen saknas.' }) : ok(known);
}

function readScope(cell: string, offices: readonly KnownOffice[]): Result<OfficeScope, Fault> {
  const words = wordsIn(cell);
  if (words.length === 0)
    return err({
      code: 'officeMissing',
      message: 'Verksamheten saknas.',
      fix: 'Skriv dess namn, eller ”alla”.',
    });
  if (words.some((word) => ALL_WORDS.includes(word.toLocaleLowerCase('sv')))) return ok('all');
  const ids: string[] = [];
  for (const word of words) {
    const folded = word.toLocaleLowerCase('sv');
    const found = offices.filter(({ name }) => name.toLocaleLowerCase('sv') === folded);
    const [only] = found;
    if (only === undefined)
      return err({ code: 'officeUnknown', message: `Ni har ingen verksamhet som heter ”${word}”.` });
    if (found.length > 1)
      return err({
        code: 'officeAmbiguous',
        message: `Flera verksamheter heter ”${word}”.`,
        fix: 'Bjud in personen för sig, så kan du välja vilken.',
      });
    ids.push(only.id);
  }
  return ok([...new Set(ids)]);
}

function problemOf(row: number, fault: Fault): FieldProblem {
  return { pointer: '/rows', row, ...fault, message: `Rad ${row}: ${fault.message}` };
}

function readRow(
  row: number,
  cells: readonly string[],
  offices: readonly KnownOffice[],
): Result<InvitedRow, readonly FieldProblem[]> {
  const [name = '', email = '', roleCell = '', officeCell = '', ...more] = cells;
  const roles = readRoles(roleCell);
  const scope = readScope(officeCell, offices);
  const faults: Fault[] = [];
  if (more.some((cell) => cell !== ''))
    faults.push({ code: 'tooManyCells', message: 'Raden har fler än fyra delar.' });
  if (name === '' || name.length > LONGEST_NAME)
    faults.push({
      code: 'nameMissing',
      message: name === '' ? 'Namnet saknas.' : `Namnet är längre än ${LONGEST_NAME} tecken.`,
    });
  if (!isMailAddress(email))
    faults.push({
      code: 'emailInvalid',
      message: email === '' ? 'Mejladressen saknas.' : `”${email}” är ingen mejladress.`,
    });
  if (!roles.ok) faults.push(roles.error);
  if (!scope.ok) faults.push(scope.error);
  return roles.ok && scope.ok && faults.length === 0
    ? ok({ row, name, email, roles: roles.value, scope: scope.value })
    : err(faults.map((fault) => problemOf(row, fault)));
}

/**
 * Reads pasted rows: name; mail; role; offices – with semicolons or tabs, roles and offices with commas between. Empty rows and
 * a row of heads are passed over. Every fault of every row, or all rows: nobody is invited while something is wrong.
 */
export function readInviteRows(
  text: string,
  offices: readonly KnownOffice[],
): Result<readonly InvitedRow[], readonly FieldProblem[]> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ row: index + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = lines;
  const isHead = first !== undefined && HEADS.includes((first.cells[0] ?? '').toLocaleLowerCase('sv'));
  const given = isHead ? lines.slice(1) : lines;
  if (given.length === 0)
    return err([{ pointer: '/rows', code: 'rowsNone', message: 'Klistra in minst en rad.' }]);
  if (given.length > MOST_INVITED)
    return err([{ pointer: '/rows', code: 'rowsMany', message: `Bjud in högst ${MOST_INVITED} åt gången.` }]);
  const rows: InvitedRow[] = [];
  const problems: FieldProblem[] = [];
  const firstRowOf = new Map<string, number>();
  for (const { row, cells } of given) {
    const read = readRow(row, cells, offices);
    if (!read.ok) {
      problems.push(...read.error);
      continue;
    }
    const mail = read.value.email.toLowerCase();
    const earlier = firstRowOf.get(mail);
    if (earlier !== undefined)
      problems.push(
        problemOf(row, { code: 'emailTwice', message: `Samma mejladress står på rad ${earlier}.` }),
      );
    firstRowOf.set(mail, earlier ?? row);
    rows.push(read.value);
  }
  return problems.length > 0 ? err(problems) : ok(rows);
}
