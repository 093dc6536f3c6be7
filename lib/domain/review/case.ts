import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';

/** What waits for reviewers. Stored with takings and hand-overs: add, never rename. */
export const CASE_KINDS = ['periodicReport', 'correction', 'finalReport', 'outcome'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** The kinds that are taken and handed back alike; a document has steps of its own for that. All are handed over alike. */
export const HELD_KINDS = ['periodicReport', 'correction', 'outcome'] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

export type CaseRef = { readonly kind: CaseKind; readonly id: string };

/** Where a case is decided. */
export function casePath({ kind, id }: CaseRef): string {
  switch (kind) {
    case 'periodicReport':
      return `/review/${id}`;
    case 'correction':
      return `/review/corrections/${id}`;
    case 'finalReport':
      return `/review/documents/${id}`;
    case 'outcome':
      return `/review/outcomes/${id}`;
  }
}

/** Who has taken a case, if anybody, and since when (an instant, ISO). */
export type CaseTaking = {
  readonly takenByPersonId: string | null;
  readonly takenByName: string | null;
  readonly takenAt: string | null;
};

/** Whether it waits for a reviewer, and whose it is. */
export type HeldCase = CaseTaking & { readonly waits: boolean };

/** `22 november kl. 10.32` on a Swedish clock. */
export function momentInWords(instant: string): string {
  const at = new Date(instant);
  return `${dateInWords(plainDateFromDate(at), 'sv', 'day')} kl. ${clockInWords(at, 'sv')}`;
}

/** A colleague has the case: who, and since when. Source: review, section 4. */
export function takenByColleague({ takenByName, takenAt }: CaseTaking): Problem {
  const who = takenByName ?? 'En kollega';
  const since = takenAt === null ? '' : ` sedan ${momentInWords(takenAt)}`;
  return conflict(
    [
      {
        pointer: '',
        code: 'takenByColleague',
        message: `${who} har tagit ärendet${since}. Bara den som har tagit det beslutar.`,
        fix: `Be ${takenByName ?? 'kollegan'} lämna över eller lämna tillbaka det.`,
      },
    ],
    {
      code: 'takenByColleague',
      title: { sv: 'En kollega har tagit ärendet.', en: 'A colleague has taken the case.' },
    },
  );
}

/** Null where nobody else has the case. */
export function refuseColleagues(taking: CaseTaking, personId: string): Problem | null {
  return taking.takenByPersonId === null || taking.takenByPersonId === personId
    ? null
    : takenByColleague(taking);
}

const NO_LONGER_WAITS = {
  code: 'alreadyDecided',
  title: {
    sv: 'Ärendet väntar inte längre på granskning.',
    en: 'The case no longer waits for review.',
  },
};

const NOT_TAKEN = {
  code: 'notTaken',
  title: {
    sv: 'Du har inte tagit ärendet. Bara den som har tagit det lämnar tillbaka eller över.',
    en: 'You have not taken the case. Only whoever has taken it hands it back or over.',
  },
};

/** Null where the reviewer may take the case: it waits, and no colleague has it. */
export function refuseTakingCase(held: HeldCase, personId: string): Problem | null {
  return held.waits ? refuseColleagues(held, personId) : conflict([], NO_LONGER_WAITS);
}

/** Null where the reviewer may hand the case back, or over to a colleague: it is the reviewer's own. */
export function refuseHandingOn(held: HeldCase, personId: string): Problem | null {
  const refused = refuseTakingCase(held, personId);
  if (refused !== null) return refused;
  return held.takenByPersonId === personId ? null : conflict([], NOT_TAKEN);
}
