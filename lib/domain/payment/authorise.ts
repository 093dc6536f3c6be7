import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { Text } from '#lib/shared/problem.ts';

/** What somebody has done for a statement that keeps them from authorising it. */
export const OWN_PARTS = ['startedRun', 'accepted', 'submitted', 'reviewed'] as const;
export type OwnPart = (typeof OWN_PARTS)[number];

/** What hinders a statement from being paid on a day, the first that holds. */
export type Obstacle =
  | 'awaitingAnswer'
  | 'disputed'
  | 'alreadyAuthorised'
  | 'nothingToPay'
  | 'acceptedTooLate'
  | 'noAccount'
  | 'accountWaits'
  | OwnPart;

export type PayableFacts = {
  readonly status: StatementStatus;
  readonly payableOre: Ore;
  /** The day on which it was accepted, or null. */
  readonly acceptedOn: PlainDate | null;
  /** Whether a confirmed account is in force on the pay day. */
  readonly hasAccount: boolean;
  /** Whether an account is asked for, or confirmed but in force later. */
  readonly accountComing: boolean;
  readonly ownPart: OwnPart | null;
};

/**
 * What keeps a statement from being authorised for a pay day by the one who asks, or null (compensation model section 6;
 * service description section 2: who submitted, reviewed and authorises are different persons).
 * `acceptedThrough` is the last day to accept for that pay day.
 */
export function obstacleOf(facts: PayableFacts, acceptedThrough: PlainDate): Obstacle | null {
  switch (facts.status) {
    case 'open':
    case 'proposed':
      return 'awaitingAnswer';
    case 'disputed':
      return 'disputed';
    case 'authorised':
    case 'paid':
      return 'alreadyAuthorised';
    case 'accepted':
      break;
  }
  if (facts.payableOre <= 0) return 'nothingToPay';
  if (facts.acceptedOn === null || facts.acceptedOn > acceptedThrough) return 'acceptedTooLate';
  if (facts.ownPart !== null) return facts.ownPart;
  if (facts.hasAccount) return null;
  return facts.accountComing ? 'accountWaits' : 'noAccount';
}

export function isOwnPart(obstacle: Obstacle): obstacle is OwnPart {
  return OWN_PARTS.some((part) => part === obstacle);
}

/** The same sentence on the page, in the refusal and in the log. */
export const OBSTACLE_WORDS: Readonly<Record<Obstacle, Text>> = {
  awaitingAnswer: {
    sv: 'Leverantören har inte svarat än.',
    en: 'The provider has not answered yet.',
  },
  disputed: {
    sv: 'Leverantören har invänt mot underlaget.',
    en: 'The provider has disputed the statement.',
  },
  alreadyAuthorised: {
    sv: 'Underlaget är redan attesterat.',
    en: 'The statement has been authorised already.',
  },
  nothingToPay: { sv: 'Underlaget har inget att betala ut.', en: 'The statement has nothing to pay.' },
  acceptedTooLate: {
    sv: 'Underlaget godkändes för sent för den här utbetalningsdagen. Det betalas nästa gång.',
    en: 'The statement was accepted too late for this pay day. It is paid the next time.',
  },
  noAccount: {
    sv: 'Leverantören har inget bekräftat bankkonto.',
    en: 'The provider has no confirmed bank account.',
  },
  accountWaits: {
    sv: 'Leverantörens bankkonto gäller inte än den här utbetalningsdagen.',
    en: 'The provider’s bank account is not in force on this pay day yet.',
  },
  startedRun: {
    sv: 'Du har startat avräkningen. Den som startar avräkningen attesterar inte dess underlag.',
    en: 'You started the statement run. Who starts the run does not authorise its statements.',
  },
  accepted: {
    sv: 'Du har godkänt underlaget. Den som godkänner ett underlag attesterar det inte.',
    en: 'You accepted the statement. Who accepts a statement does not authorise it.',
  },
  submitted: {
    sv: 'Du har skickat in eller intygat något som underlaget betalar. Den som skickar in attesterar inte.',
    en: 'You submitted or attested something that the statement pays. Who submits does not authorise.',
  },
  reviewed: {
    sv: 'Du har granskat något som underlaget betalar. Den som granskar attesterar inte.',
    en: 'You reviewed something that the statement pays. Who reviews does not authorise.',
  },
};
