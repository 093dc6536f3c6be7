import type { Level, OutcomeType } from '#lib/domain/compensation/types.ts';
import type { CaseKind, CaseTaking } from '#lib/domain/review/case.ts';
import type { ReplyState } from '#lib/domain/review/reply-state.ts';
import type { Route, RouteReason } from '#lib/domain/review/route.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The ways to see the queue: all that needs a person, parts of it, and what waits for the draw. */
export const QUEUE_VIEWS = ['all', 'free', 'mine', 'holds', 'overdue', 'sample'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export const QUEUE_SORTS = ['due', 'amount', 'risk', 'provider'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Something that waits for a reviewer, as a line of the queue. */
export type QueuedCase = CaseTaking & {
  readonly kind: CaseKind;
  readonly id: string;
  readonly version: number;
  /** Of a report or its correction. */
  readonly month: Month | null;
  /** Of an outcome. */
  readonly outcome: { readonly type: OutcomeType; readonly why: 'awaiting' | 'due' } | null;
  readonly participantId: string;
  readonly participantName: string;
  readonly level: Level;
  readonly providerName: string;
  readonly officeName: string;
  readonly area: string;
  readonly dueOn: PlainDate;
  /** What the decision is about; null where no kronor hang on it. */
  readonly amountOre: Ore | null;
  readonly risk: number;
  readonly holds: number;
  readonly route: Route;
  readonly reason: RouteReason | null;
  /** The provider may answer a proposed rejection until then. */
  readonly replyBy: PlainDate | null;
  readonly reply: ReplyState;
};

export type QueueCounts = Readonly<Record<QueueView | CaseKind, number>>;

export type ReviewQueue = {
  readonly cases: readonly QueuedCase[];
  /** In the view that is shown. */
  readonly total: number;
  readonly amountOre: Ore;
  readonly counts: QueueCounts;
  readonly page: number;
  readonly pageSize: number;
  readonly areas: readonly string[];
  readonly ownAreas: readonly string[];
  readonly providers: readonly { readonly id: string; readonly name: string }[];
};

/** Where a case stands in the view it was opened from. */
export type QueuePlace = {
  /** From 1; null where it is no longer in the view. */
  readonly position: number | null;
  readonly total: number;
};

/** Whether the line can be approved together with others: a report in which nothing has to be seen by a person first, and that no sample waits for. */
export function isApprovableTogether(
  line: Pick<QueuedCase, 'kind' | 'holds' | 'replyBy' | 'route' | 'reason'>,
): boolean {
  const { kind, holds, replyBy, route, reason } = line;
  return (
    kind === 'periodicReport' && holds === 0 && replyBy === null && route === 'person' && reason !== 'sample'
  );
}
