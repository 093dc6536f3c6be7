import { type Ore, ore } from '#lib/shared/money.ts';
import { type Month, parseMonth } from '#lib/shared/month.ts';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/**
 * Reads a value of unknown shape: the typed value, or undefined after having told its faults. A member that is
 * missing is read as undefined. Readers are put together from smaller ones, so that every fault is found in one go: of an object
 * or list with faults in it, what could be read comes back, for the checks that concern more than one member. Whoever
 * takes a value from outside asks whether any fault was told.
 */
export type Read<T> = (value: unknown, pointer: string, faults: FieldProblem[]) => T | undefined;
type ReadOf<R> = R extends Read<infer T> ? T : never;

/** What could be read of a value: wherever a fault was told there is nothing. */
export type Loose<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Element)[]
    ? readonly (Loose<Element> | undefined)[]
    : { readonly [Key in keyof T]?: Loose<T[Key]> | undefined };

/** Tells what does not hold between the parts of a value, as far as they could be read. */
export type Check<T> = (read: Loose<T>, pointer: string, faults: FieldProblem[]) => void;

/**
 * In place of a pointer where it is only asked whether there are faults: most values are right, and putting together a
 * pointer to each of them takes longer than reading it. Whoever is told a fault so reads again, with pointers.
 */
const NOWHERE = '-';

function pointerTo(pointer: string, step: string | number): string {
  return pointer === NOWHERE ? NOWHERE : `${pointer}/${step}`;
}

/** Reads a whole value: typed, or all its faults with pointers into it. */
export function readWhole<T>(read: Read<T>, value: unknown): Result<T, readonly FieldProblem[]> {
  const known: FieldProblem[] = [];
  const whole = read(value, NOWHERE, known);
  if (whole !== undefined && known.length === 0) return ok(whole);
  const faults: FieldProblem[] = [];
  read(value, '', faults);
  return err(faults);
}

export function tell(faults: FieldProblem[], pointer: string, code: string, message: string): undefined {
  faults.push({ pointer, code, message });
  return undefined;
}

function tellMissing(
  value: unknown,
  pointer: string,
  faults: FieldProblem[],
  code: string,
  message: string,
): undefined {
  return value === undefined
    ? tell(faults, pointer, 'required', 'Uppgiften saknas.')
    : tell(faults, pointer, code, message);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member at the end of a path into unknown data, or undefined where the path does not lead anywhere. */
export function dig(value: unknown, ...path: readonly (string | number)[]): unknown {
  let at = value;
  for (const step of path) {
    if (Array.isArray(at) && typeof step === 'number') at = at[step];
    else if (isRecord(at) && typeof step === 'string' && Object.hasOwn(at, step)) at = at[step];
    else return undefined;
  }
  return at;
}

export const string: Read<string> = (value, pointer, faults) =>
  typeof value === 'string' ? value : tellMissing(value, pointer, faults, 'notString', 'Ange en text.');

export const boolean: Read<boolean> = (value, pointer, faults) =>
  typeof value === 'boolean'
    ? value
    : tellMissing(value, pointer, faults, 'notBoolean', 'Ange true eller false.');

export const date: Read<PlainDate> = (value, pointer, faults) =>
  parsePlainDate(value) ??
  tellMissing(
    value,
    pointer,
    faults,
    'notDate',
    'Ange ett datum som finns, skrivet ÅÅÅÅ-MM-DD, år 1900–2199.',
  );

export const month: Read<Month> = (value, pointer, faults) =>
  parseMonth(value) ??
  tellMissing(value, pointer, faults, 'notMonth', 'Ange en månad, skriven ÅÅÅÅ-MM, år 1900–2199.');

export const orgNo: Read<string> = (value, pointer, faults) =>
  typeof value === 'string' && /^\d{10}$/.test(value)
    ? value
    : tellMissing(
        value,
        pointer,
        faults,
        'notOrgNo',
        'Ange ett organisationsnummer med tio siffror, utan bindestreck.',
      );

/** A whole number within bounds, both included. */
export function integer(min: number, max = Number.MAX_SAFE_INTEGER): Read<number> {
  const message =
    max === Number.MAX_SAFE_INTEGER
      ? `Ange ett heltal, minst ${min}.`
      : `Ange ett heltal från ${min} till ${max}.`;
  return (value, pointer, faults) => {
    if (!Number.isSafeInteger(value) || typeof value !== 'number') {
      return tellMissing(value, pointer, faults, 'notInteger', message);
    }
    return value >= min && value <= max ? value + 0 : tell(faults, pointer, 'outOfRange', message);
  };
}

/** A whole number of öre that is held exactly; at least `min`. */
export function amount(min: number): Read<Ore> {
  const read = integer(min);
  return (value, pointer, faults) => {
    const number = read(value, pointer, faults);
    return number === undefined ? undefined : ore(number);
  };
}

/** One of the given values. */
export function oneOf<const T extends string | number>(values: readonly T[]): Read<T> {
  const message = `Ange något av ${values.join(', ')}.`;
  return (value, pointer, faults) =>
    values.find((one) => one === value) ?? tellMissing(value, pointer, faults, 'unknownValue', message);
}

/** The value, or null where it is null or missing. */
export function nullable<T>(read: Read<T>): Read<T | null> {
  return (value, pointer, faults) =>
    value === null || value === undefined ? null : read(value, pointer, faults);
}

/** The value, or another where it is missing. */
export function missingAs<T>(read: Read<T>, other: T): Read<T> {
  return (value, pointer, faults) => (value === undefined ? other : read(value, pointer, faults));
}

/** What was read, with holes where it has faults, as a check sees it. */
function loosely<T>(read: T): Loose<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same value, said more carefully
  return read as Loose<T>;
}

/** A list, each element read; `check` may tell faults of the whole. */
export function list<T>(
  read: Read<T>,
  options: { readonly notEmpty?: boolean; readonly check?: Check<readonly T[]> } = {},
): Read<readonly T[]> {
  return (value, pointer, faults) => {
    if (!Array.isArray(value)) return tellMissing(value, pointer, faults, 'notList', 'Ange en lista.');
    if (options.notEmpty === true && value.length === 0) {
      return tell(faults, pointer, 'empty', 'Listan måste ha minst en rad.');
    }
    const values: unknown[] = [];
    // A hole in a list is no value either.
    value.forEach((element: unknown, index) =>
      values.push(read(element ?? null, pointerTo(pointer, index), faults)),
    );
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each element was read above
    const whole = values as readonly T[];
    options.check?.(loosely(whole), pointer, faults);
    return whole;
  };
}

/** An object, each named member read; others are ignored. `check` may tell faults of the whole. */
export function object<Shape extends Readonly<Record<string, Read<unknown>>>>(
  shape: Shape,
  check?: Check<{ readonly [Key in keyof Shape]: ReadOf<Shape[Key]> }>,
): Read<{ readonly [Key in keyof Shape]: ReadOf<Shape[Key]> }> {
  type Whole = { readonly [Key in keyof Shape]: ReadOf<Shape[Key]> };
  const members = Object.entries(shape);
  return (value, pointer, faults) => {
    if (!isRecord(value)) return tellMissing(value, pointer, faults, 'notObject', 'Ange ett objekt.');
    const result: Record<string, unknown> = {};
    for (const [key, read] of members) result[key] = read(value[key], pointerTo(pointer, key), faults);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each member was read by its own reader above
    const whole = result as Whole;
    check?.(loosely(whole), pointer, faults);
    return whole;
  };
}

/** Tells each element whose `rank` is not above the one before it, of those that have one. */
export function strictlyRising<T>(
  rank: (element: Loose<T>) => string | number | undefined,
  member: string,
): Check<readonly T[]> {
  return (values, pointer, faults) => {
    let before: string | number | undefined;
    values.forEach((value, index) => {
      const own = value === undefined ? undefined : rank(value);
      if (own === undefined) return;
      if (before !== undefined && before >= own) {
        tell(
          faults,
          `${pointer}/${index}/${member}`,
          'notSorted',
          'Raderna måste stå i stigande ordning, utan dubbletter.',
        );
      }
      before = own;
    });
  };
}
