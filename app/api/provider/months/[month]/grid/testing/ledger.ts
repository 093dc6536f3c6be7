import type { Cell } from '#lib/client/month-grid/grid-ports.ts';

type Entry = {
  readonly cell: string;
  /** What stood there before the eyes of who typed. */
  readonly before: string;
  readonly text: string;
  /** Whether anything is said: who takes back what is not saved yet, says nothing. */
  readonly says: boolean;
};

/**
 * Everything that anybody has typed, with what stood there before their eyes. A text is accounted for while it stands
 * somewhere, or when somebody who saw it has typed over it or chosen against it.
 */
export function openLedger() {
  const entries: Entry[] = [];
  const nameOf = ({ placementId, field }: Cell): string => `${placementId} ${field}`;
  return {
    typed(cell: Cell, before: string, text: string, says = true): void {
      entries.push({ cell: nameOf(cell), before, text, says });
    },
    /** Somebody has seen this text and chosen another. */
    chosenAgainst(cell: Cell, text: string, chosen: string): void {
      entries.push({ cell: nameOf(cell), before: text, text: chosen, says: true });
    },
    /** What stands nowhere, and nobody has typed over. */
    lost(standing: (cell: string) => ReadonlySet<string>): readonly Entry[] {
      return entries.filter(
        (entry, index) => entry.says && !standing(entry.cell).has(entry.text) && !isTypedOver(entry, index),
      );
    },
  };

  /** A text that stood there more than once, as nothing does, can have been seen before it was typed again. */
  function isTypedOver({ cell, text }: Entry, index: number): boolean {
    const isAgain = text === '' || entries.some((other, at) => at !== index && isSame(other, cell, text));
    return entries
      .slice(isAgain ? 0 : index + 1)
      .some((later) => later.cell === cell && later.before === text);
  }
}

function isSame(entry: Entry, cell: string, text: string): boolean {
  return entry.cell === cell && entry.text === text;
}

export type Ledger = ReturnType<typeof openLedger>;
