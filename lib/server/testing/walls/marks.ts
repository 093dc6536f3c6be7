/** Whose a row is. The first is the one that the acting coach, participant, employer and code have as their own. */
export const HOLDINGS = {
  own: 1,
  otherOffice: 2,
  otherOrganisation: 3,
  unassigned: 4,
  protected: 5,
} as const;
export type Holding = keyof typeof HOLDINGS;

export const holdingNames = Object.keys(HOLDINGS) as readonly Holding[];

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/** An identifier that says of which table and whose the row is; `variant` where a holding has several rows of one table. */
export function markedId(holding: Holding, table: number, variant = 0): string {
  return `c0de${hex(table, 4)}-000${HOLDINGS[holding]}-4000-8000-${hex(variant, 12)}`;
}

/** A word that says the same, for columns of text. */
export function markedWord(holding: Holding, table: number, variant = 0): string {
  return `kanarie${HOLDINGS[holding]}t${table}v${variant}`;
}

export type Mark = {
  readonly holding: Holding;
  readonly table: number;
  readonly variant: number;
  readonly text: string;
};

const MARK = /c0de([0-9a-f]{4})-000([1-5])-4000-8000-([0-9a-f]{12})|kanarie([1-5])t(\d+)v(\d+)/g;

/** Every mark in a text, whatever it stands in. */
export function marksIn(whole: string): readonly Mark[] {
  return [...whole.matchAll(MARK)].map(
    ([text, tableOfId, holdingOfId, variant, holdingOfWord, tableOfWord, variantOfWord]) => {
      const number = Number(holdingOfId ?? holdingOfWord);
      const holding = holdingNames.find((name) => HOLDINGS[name] === number);
      if (holding === undefined) throw new Error(`No holding is number ${number}`);
      const table = tableOfId === undefined ? Number(tableOfWord) : Number.parseInt(tableOfId, 16);
      return {
        holding,
        table,
        variant: variant === undefined ? Number(variantOfWord) : Number.parseInt(variant, 16),
        text,
      };
    },
  );
}

/** What was read or answered, as one text in which marks can be looked for, whatever types it is made of. */
export function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) => {
      if (typeof inner === 'bigint') return inner.toString();
      if (inner instanceof Map || inner instanceof Set) return [...inner];
      return inner instanceof Uint8Array ? Buffer.from(inner).toString('latin1') : inner;
    }) ?? ''
  );
}
