import { type Ore, ore } from '#lib/shared/money.ts';
import { type Month, parseMonth } from '#lib/shared/month.ts';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/**
 * Reads a value of unknown shape: the typed value, or undefined after having told its faults. A member that is
 * missing is read as undefined. Readers are put together from smaller ones, so that every fault is found in one go.
 */
export type Read<T> = (value: unknown, pointer: string, faults: FieldProblem[]) => T | undefined;
type ReadOf<R> = R extends Read<infer T> ? T : never;

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

/** A list, each element read; `check` may tell faults of the whole where every element is right. */
export function list<T>(
  read: Read<T>,
  options: {
    readonly notEmpty?: boolean;
    readonly check?: (values: readonly T[], pointer: string, faults: FieldProblem[]) => void;
  } = {},
): Read<readonly T[]> {
  return (value, pointer, faults) => {
    if (!Array.isArray(value)) return tellMissing(value, pointer, faults, 'notList', 'Ange en lista.');
    if (options.notEmpty === true && value.length === 0) {
      return tell(faults, pointer, 'empty', 'Listan måste ha minst en rad.');
    }
    const before = faults.length;
    const values: T[] = [];
    value.forEach((element: unknown, index) => {
      // A hole in a list is no value either.
      const one = read(element ?? null, `${pointer}/${index}`, faults);
      if (one !== undefined) values.push(one);
    });
    if (faults.length === before) options.check?.(values, pointer, faults);
    return faults.length === before ? values : undefined;
  };
}

/** An object, each named member read; others are ignored. `check` sees what could be read of it, to tell more. */
export function object<Shape extends Readonly<Record<string, Read<unknown>>>>(
  shape: Shape,
  check?: (
    read: { readonly [Key in keyof Shape]?: ReadOf<Shape[Key]> | undefined },
    pointer: string,
    faults: FieldProblem[],
  ) => void,
): Read<{ readonly [Key in keyof Shape]: ReadOf<Shape[Key]> }> {
  type Whole = { readonly [Key in keyof Shape]: ReadOf<Shape[Key]> };
  const members = Object.entries(shape);
  return (value, pointer, faults) => {
    if (!isRecord(value)) return tellMissing(value, pointer, faults, 'notObject', 'Ange ett objekt.');
    const before = faults.length;
    const result: Record<string, unknown> = {};
    for (const [key, read] of members) result[key] = read(value[key], `${pointer}/${key}`, faults);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each member was read by its own reader above
    const whole = result as Whole;
    check?.(whole, pointer, faults);
    return faults.length === before ? whole : undefined;
  };
}

/** Tells the first element whose `rank` is not above the one before it. */
export function strictlyRising<T>(
  rank: (element: T) => string | number,
  member: string,
): (values: readonly T[], pointer: string, faults: FieldProblem[]) => void {
  return (values, pointer, faults) => {
    values.forEach((value, index) => {
      const before = values[index - 1];
      if (before !== undefined && rank(before) >= rank(value)) {
        tell(
          faults,
          `${pointer}/${index}/${member}`,
          'notSorted',
          'Raderna måste stå i stigande ordning, utan dubbletter.',
        );
      }
    });
  };
}
