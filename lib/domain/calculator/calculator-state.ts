/** The lists of rows of the calculator's form: their members, and those that make a row count as filled in. */
const LISTS = {
  periods: { members: ['number', 'from', 'to'], filled: ['from', 'to'], most: 2 },
  reports: { members: ['month', 'status', 'submittedOn'], filled: ['month', 'submittedOn'], most: 18 },
  absences: { members: ['date', 'reason'], filled: ['date'], most: 12 },
  spells: {
    members: ['from', 'to', 'extentPercent', 'ownEmployer'],
    filled: ['from', 'to', 'extentPercent'],
    most: 6,
  },
} as const;

export type ListName = keyof typeof LISTS;
export const LIST_NAMES: readonly ListName[] = ['periods', 'reports', 'absences', 'spells'];

const FIELDS = [
  'agreement',
  'level',
  'end',
  'endReason',
  'asOf',
  'outcome.type',
  'outcome.status',
  'outcome.from',
  'outcome.signalledOn',
  'outcome.appliedOn',
  'outcome.verifiedThrough',
] as const;

export type FieldName = (typeof FIELDS)[number];
export type Member<Name extends ListName> = (typeof LISTS)[Name]['members'][number];
/** One row as it was written; empty where nothing was. */
export type Row<Name extends ListName> = { readonly [M in Member<Name>]: string };

/** What stands in the calculator's form, as it was written. Days that end something are its last days: as people say it. */
export type CalculatorState = { readonly fields: { readonly [F in FieldName]: string } } & {
  readonly [Name in ListName]: readonly Row<Name>[];
};

/** The published version that is not one: an agreement of the person's own. */
export const OWN_AGREEMENT = 'own';

/** Nothing that can be right is longer. */
const LONGEST_VALUE = 64;

export function mostRows(list: ListName): number {
  return LISTS[list].most;
}

function valueOf(given: URLSearchParams, name: string): string {
  return (given.get(name) ?? '').trim().slice(0, LONGEST_VALUE);
}

/** The rows of a list in the order of their numbers, without those where nothing is filled in. */
function readRows<Name extends ListName>(given: URLSearchParams, list: Name): readonly Row<Name>[] {
  const { members, filled, most } = LISTS[list];
  const numbers = new Set<number>();
  for (const name of given.keys()) {
    const [head, number = '', member] = name.split('.');
    if (head === list && member !== undefined && /^\d{1,3}$/.test(number)) numbers.add(Number(number));
  }
  const row = (number: number): Readonly<Record<string, string>> =>
    Object.fromEntries(members.map((member) => [member, valueOf(given, `${list}.${number}.${member}`)]));
  const rows = [...numbers]
    .toSorted((a, b) => a - b)
    .map((number) => row(number))
    .filter((one) => filled.some((member) => one[member] !== ''));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member of the list was just put in
  return rows.slice(0, most) as unknown as readonly Row<Name>[];
}

/** The form as an address or a body holds it (`reports.0.month=2026-01`); whatever else is there is ignored. */
export function readState(given: URLSearchParams): CalculatorState {
  return {
    fields: Object.fromEntries(
      FIELDS.map((name) => [name, valueOf(given, name)]),
    ) as CalculatorState['fields'],
    periods: readRows(given, 'periods'),
    reports: readRows(given, 'reports'),
    absences: readRows(given, 'absences'),
    spells: readRows(given, 'spells'),
  };
}

/** The shortest address of the form: what is empty is left out, rows are numbered anew. */
export function writeState(state: CalculatorState): URLSearchParams {
  const written = new URLSearchParams();
  const set = (name: string, value: string): void => {
    if (value !== '') written.set(name, value);
  };
  for (const name of FIELDS) set(name, state.fields[name]);
  for (const list of LIST_NAMES) {
    state[list].forEach((row, index) => {
      for (const [member, value] of Object.entries(row)) set(`${list}.${index}.${member}`, value);
    });
  }
  return written;
}

/** The list that somebody is adding to or taking from, where `text` names one. */
export function parseListName(text: string | null): ListName | null {
  return LIST_NAMES.find((name) => name === text) ?? null;
}
