import { memberAt, orderOf, placeOf } from '#lib/domain/agreement/member.ts';
import { ABSENCE_SV, OUTCOME_TYPE_SV } from '#lib/domain/compensation/swedish.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatKronor, ore } from '#lib/shared/money.ts';
import { parsePlainDate } from '#lib/shared/plain-date.ts';
import { plainText, typedFromPermille } from '#lib/domain/agreement/typed-value.ts';

/** One member that is not the same before and after, in words; null where it is not there. */
export type Difference = {
  readonly key: string;
  readonly place: string;
  readonly before: string | null;
  readonly after: string | null;
};

const WEEKDAYS = ['', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];

const CODES: Readonly<Record<string, string>> = {
  ...ABSENCE_SV,
  ...OUTCOME_TYPE_SV,
  outcomeStart: 'dagen då arbetet eller studierna börjar',
  serviceEnd: 'det senare av starten och tjänstens slut',
  unusedBasePay: 'del av den grundersättning som inte har använts',
  tiers: 'belopp efter hur snabbt resultatet kommer',
};

/** The member that names a row, so that a row is compared with itself and not with the one that took its place. */
const ROW_NAMES = ['from', 'months', 'fromPercent', 'beforeDay'];

function counted(value: unknown, one: string, many: string): string {
  return `${plainText(value)} ${value === 1 ? one : many}`;
}

function dateWords(value: unknown): string {
  const date = parsePlainDate(value);
  return date === null ? plainText(value) : formatDate(date);
}

/** A value as people read it. What is no value of its kind stands as it is. */
export function valueWords(steps: readonly string[], value: unknown): string {
  switch (memberAt(steps)?.kind) {
    case 'kronor':
      return Number.isSafeInteger(value) ? formatKronor(ore(Number(value))) : plainText(value);
    case 'percentShare':
      return `${typedFromPermille(value)} %`;
    case 'percent':
      return `${plainText(value)} %`;
    case 'days':
      return value === null ? 'ingen gräns' : counted(value, 'dag', 'dagar');
    case 'months':
      return counted(value, 'månad', 'månader');
    case 'periods':
      return value === 1 ? 'den första perioden' : 'de två första perioderna';
    case 'date':
      return dateWords(value);
    case 'yesNo':
      return value === true ? 'ja' : 'nej';
    case 'code':
      return typeof value === 'number'
        ? (WEEKDAYS[value] ?? String(value))
        : (CODES[plainText(value)] ?? plainText(value));
    default:
      return plainText(value);
  }
}

type Member = { readonly place: string; readonly words: string; readonly order: number };
type At = { readonly steps: readonly string[]; readonly place: string };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tell(found: Map<string, Member>, { steps, place }: At, words: string, key = place): void {
  found.set(key, { place, words, order: orderOf(steps) });
}

/** A list of values is one value; holidays are one each, for there are many of them. */
function readValues(values: readonly unknown[], at: At, found: Map<string, Member>): void {
  const row = [...at.steps, '0'];
  if (at.steps.at(-1) === 'holidays') {
    for (const date of values) {
      tell(
        found,
        { steps: row, place: `Helgdag ${dateWords(date)}` },
        'räknas inte',
        `Helgdag ${plainText(date)}`,
      );
    }
    return;
  }
  tell(found, at, values.length === 0 ? 'inga' : values.map((value) => valueWords(row, value)).join(', '));
}

function readRow(
  row: Readonly<Record<string, unknown>>,
  { steps, place }: At,
  found: Map<string, Member>,
): void {
  const inside = [...steps, '0'];
  const name = ROW_NAMES.find((member) => Object.hasOwn(row, member));
  const named =
    name === undefined
      ? place
      : `${place}, ${wordsAt([...inside, name])} ${valueWords([...inside, name], row[name])}`;
  for (const [member, value] of Object.entries(row)) {
    if (member !== name) readMembers(value, { steps: [...inside, member], place: named }, found);
  }
}

function wordsAt(steps: readonly string[]): string {
  return memberAt(steps)?.words ?? steps.join(', ');
}

/** Every member of a document with its place and value in words, by a key that stays when rows move. */
function readMembers(value: unknown, at: At, found: Map<string, Member>): void {
  const { steps, place } = at;
  if (Array.isArray(value)) {
    const rows: readonly unknown[] = value;
    if (!rows.some(isRecord)) readValues(rows, at, found);
    else for (const row of rows.filter(isRecord)) readRow(row, at, found);
    return;
  }
  if (isRecord(value)) {
    const inRow = steps.includes('0');
    for (const [member, inner] of Object.entries(value)) {
      const inside = [...steps, member];
      const level = /^[ABC]$/.test(member) ? `${place}, nivå ${member}` : place;
      readMembers(inner, { steps: inside, place: inRow ? level : placeOf(inside.join('/')) }, found);
    }
    return;
  }
  if (value === undefined) return;
  const kind = memberAt(steps)?.kind;
  const isNothing = value === null && (kind === 'group' || kind === 'rows');
  tell(found, at, isNothing ? 'finns inte' : valueWords(steps, value));
}

function members(document: unknown): ReadonlyMap<string, Member> {
  const found = new Map<string, Member>();
  readMembers(document, { steps: [], place: '' }, found);
  return found;
}

/** What differs between two documents, in words and in the order of the model; also where one of them is not valid. */
export function differencesBetween(before: unknown, after: unknown): readonly Difference[] {
  const old = members(before);
  const now = members(after);
  return [...new Map([...old, ...now])]
    .filter(([key]) => old.get(key)?.words !== now.get(key)?.words)
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([key, { place }]) => ({
      key,
      place,
      before: old.get(key)?.words ?? null,
      after: now.get(key)?.words ?? null,
    }));
}

/**
 * What differs between two agreement versions. Where both are valid a member that is left to its default is the same as one
 * that says it.
 */
export function agreementDifferences(before: unknown, after: unknown): readonly Difference[] {
  const [old, now] = [validateAgreement(before), validateAgreement(after)];
  return old.ok && now.ok ? differencesBetween(old.value, now.value) : differencesBetween(before, after);
}
