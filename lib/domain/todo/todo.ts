import type { DocumentKind } from '#lib/domain/document/document.ts';
import type { Level } from '#lib/domain/compensation/types.ts';
import type { MovedDay } from '#lib/domain/terms/moved-deadline.ts';
import type { Month } from '#lib/shared/month.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** A report that the reviewer sent back, with what is asked for. */
export type ReturnedReport = {
  readonly kind: 'returned';
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly month: Month;
  readonly returnedOn: PlainDate;
  readonly reason: string;
  readonly amountOre: Ore;
};

/** A report that the authority proposes to reject, which can be answered through a last day. */
export type ProposedRejection = {
  readonly kind: 'proposedRejection';
  readonly reportId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly month: Month;
  readonly dueOn: PlainDate;
  readonly reason: string;
};

/** A month that is not sent whole. */
export type UnsentMonth = {
  readonly kind: 'month';
  readonly month: Month;
  readonly dueOn: PlainDate;
  /** Participants of the month, those whose report is sent, and those that can be sent now. */
  readonly participants: number;
  readonly sent: number;
  readonly ready: number;
  readonly blocked: number;
  readonly empty: number;
  /** Base pay of what is not sent, in öre. */
  readonly amountOre: Ore;
  /** Why the last day is another than the terms'; null where it is not. */
  readonly moved: MovedDay | null;
};

/** A participant without a joint plan, or several whose plan is due the same day. */
export type MissingPlans = {
  readonly kind: 'plan';
  readonly dueOn: PlainDate;
  readonly count: number;
  /** Of the first in order of name. */
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
};

/** A participant whose second period asks for a new plan, or several whose plan is due the same day. */
export type PlansToRedo = Omit<MissingPlans, 'kind'> & { readonly kind: 'planRedo' };

/** A participant whose first period ends, without a basis for an extension, or several whose basis is due the same day. */
export type MissingExtensions = Omit<MissingPlans, 'kind'> & { readonly kind: 'extension' };

/** What a participant has said about the plan, that nobody has read. */
export type UnreadComments = {
  readonly kind: 'planComment';
  readonly count: number;
  /** The day of the first of them. */
  readonly writtenOn: PlainDate;
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
};

/** Participants whom nobody has been named for. */
export type MissingCoaches = {
  readonly kind: 'coaches';
  /** First day of the first of them. */
  readonly firstOn: PlainDate;
  readonly count: number;
};

/** Coaches who have left and still have participants. */
export type LeftCoaches = {
  readonly kind: 'leftCoaches';
  /** Participants of all of them. */
  readonly count: number;
  readonly names: readonly string[];
};

/** A statement that waits for the provider's answer. */
export type UnansweredStatement = {
  readonly kind: 'statement';
  readonly statementId: string;
  readonly cutOff: PlainDate;
  /** The last day of the answering period; null where it has none yet. */
  readonly dueOn: PlainDate | null;
  readonly payableOre: Ore;
};

/** An open dispute about an amount of a statement, in which the authority wrote last. */
export type AnsweredDispute = {
  readonly kind: 'dispute';
  readonly disputeId: string;
  readonly statementId: string;
  readonly cutOff: PlainDate;
  readonly answeredOn: PlainDate;
};

/** A document that came back, with what is asked for. */
export type ReturnedDocument = {
  readonly kind: 'returnedDocument';
  readonly documentId: string;
  readonly document: DocumentKind;
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly reason: string;
  /** Last day to complete it. */
  readonly dueOn: PlainDate | null;
};

/** The final report of somebody who has ended. */
export type MissingFinalReport = {
  readonly kind: 'finalReport';
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly dueOn: PlainDate;
  /** Somebody has begun to write. */
  readonly begun: boolean;
};

/** What an outcome needs of the provider next: to be reported, completed, or shown by evidence before a day. */
export type OutcomeTodo = {
  readonly kind: 'outcome';
  readonly step: 'report' | 'reportReturned' | 'milestone' | 'evidence';
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly outcomeId: string | null;
  readonly dueOn: PlainDate | null;
  /** What may still come of it, in öre; null for those who do not see money. */
  readonly amountOre: Ore | null;
};

/** Somebody who has ended and for whom nothing has been signalled, or several whose last day to signal is the same. */
export type ClosingWindow = Omit<MissingPlans, 'kind'> & { readonly kind: 'signalWindow' };

export type TodoItem =
  | OutcomeTodo
  | ClosingWindow
  | MissingExtensions
  | MissingFinalReport
  | ReturnedDocument
  | ReturnedReport
  | ProposedRejection
  | UnsentMonth
  | MissingPlans
  | PlansToRedo
  | UnreadComments
  | MissingCoaches
  | LeftCoaches
  | UnansweredStatement
  | AnsweredDispute;

/** Somebody whose service begins now. */
export type Newcomer = {
  readonly placementId: string;
  readonly participantId: string;
  readonly name: string;
  readonly level: Level;
  readonly from: PlainDate;
  readonly choice: 'active' | 'proximity';
  readonly language: string;
  readonly needsLanguageSupport: boolean;
  readonly hasCoach: boolean;
};

export type StatementNews = {
  readonly id: string;
  readonly cutOff: PlainDate;
  readonly proposedOn: PlainDate;
  readonly payableOre: Ore;
};

export type Todo = {
  readonly items: readonly TodoItem[];
  readonly newcomers: readonly Newcomer[];
  readonly newcomerCount: number;
  readonly statement: StatementNews | null;
};

/** What is to be done by a day: `now` for what should be done at once, whose day has passed or that never had one. */
export type TodoDay = {
  readonly day: PlainDate | 'now' | 'later';
  readonly items: readonly TodoItem[];
  /** Öre at stake that day in all, over the items that tell; null where none does. */
  readonly stakeOre: Ore | null;
};

/**
 * What is lost or late if nobody does it, in öre; null where no sum depends on it. Of a month: base pay of what is not sent;
 * of a returned report: what it asked for; of a statement: what it pays.
 */
export function stakeOf(item: TodoItem): Ore | null {
  switch (item.kind) {
    case 'returned':
    case 'month':
    case 'outcome':
      return item.amountOre;
    case 'statement':
      return item.payableOre > 0 ? item.payableOre : null;
    case 'proposedRejection':
    case 'returnedDocument':
    case 'finalReport':
    case 'signalWindow':
    case 'plan':
    case 'planRedo':
    case 'extension':
    case 'planComment':
    case 'coaches':
    case 'leftCoaches':
    case 'dispute':
      return null;
  }
}

/** The last day for an item; null where there is none to miss. */
export function dueOn(item: TodoItem): PlainDate | null {
  switch (item.kind) {
    case 'returned':
    case 'dispute':
    case 'planComment':
    case 'leftCoaches':
      return null;
    case 'coaches':
      return item.firstOn;
    case 'proposedRejection':
    case 'returnedDocument':
    case 'finalReport':
    case 'outcome':
    case 'signalWindow':
    case 'month':
    case 'plan':
    case 'planRedo':
    case 'extension':
    case 'statement':
      return item.dueOn;
  }
}

/** Days with a heading of their own; what is due after them is for later. */
const NEAR_DAYS = 14;

const ORDER: readonly TodoItem['kind'][] = [
  'returned',
  'proposedRejection',
  'returnedDocument',
  'outcome',
  'dispute',
  'planComment',
  'leftCoaches',
  'coaches',
  'plan',
  'planRedo',
  'extension',
  'finalReport',
  'signalWindow',
  'month',
  'statement',
];

/**
 * Items by day, the nearest first: what has no day or whose day has passed is for now, what lies more than 14 days ahead
 * is for later. Of one day: most kronor first, then people before papers.
 */
export function todoDays(items: readonly TodoItem[], today: PlainDate): readonly TodoDay[] {
  const days = new Map<TodoDay['day'], TodoItem[]>();
  for (const item of items.toSorted((a, b) => compareText(dueOn(a) ?? '', dueOn(b) ?? ''))) {
    const due = dueOn(item);
    const day = due === null || due < today ? 'now' : due > addDays(today, NEAR_DAYS) ? 'later' : due;
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].map(([day, held]) => {
    const stakes = held.flatMap((item) => stakeOf(item) ?? []);
    // What is for later lies on different days: there the nearest stays first.
    const ordered = day === 'later' ? held : held.toSorted(byStake);
    return { day, items: ordered, stakeOre: stakes.length === 0 ? null : sumOre(stakes) };
  });
}

function byStake(a: TodoItem, b: TodoItem): number {
  return (stakeOf(b) ?? 0) - (stakeOf(a) ?? 0) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
