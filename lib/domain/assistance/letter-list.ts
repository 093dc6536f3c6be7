import type { GivenHelp } from '#lib/domain/assistance/helped.ts';

/** Which letters are shown: all that wait, those of one's own help and codes, those that have gone. */
export const LETTER_VIEWS = ['waiting', 'own', 'sent'] as const;
export type LetterView = (typeof LETTER_VIEWS)[number];

/** A letter about help, in the list of those to send. */
export type ListedLetter = GivenHelp & { readonly participantId: string; readonly name: string };

export type LetterList = {
  readonly letters: readonly ListedLetter[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
};
