import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A proposed rejection that has been communicated, and what has come of it. */
export type Communicated = {
  /** Last day to answer; null where no rejection is proposed. */
  readonly replyBy: PlainDate | null;
  readonly replied: boolean;
};

/** `none`: no rejection is proposed; `waiting`: the provider may still answer; `answered`; `over`: silence, and the last day has passed. */
export type ReplyState = 'none' | 'waiting' | 'answered' | 'over';

/** How the right to reply stands on a day. Source: review, section 4. */
export function replyState({ replyBy, replied }: Communicated, today: PlainDate): ReplyState {
  if (replyBy === null) return 'none';
  if (replied) return 'answered';
  return today > replyBy ? 'over' : 'waiting';
}
