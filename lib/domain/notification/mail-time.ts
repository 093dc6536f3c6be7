import type { NotificationGroup } from '#lib/domain/notification/notification.ts';
import { afterQuiet, isQuiet, nextTimeOfDay, type QuietHours } from '#lib/domain/notification/quiet-hours.ts';

/** How somebody is told of a group of events: always in the portal, and by mail at once, once a day, or not. */
export const WAYS = ['atOnce', 'daily', 'portal'] as const;
export type Way = (typeof WAYS)[number];

/** Of what nobody has chosen a way for. What comes in to a desk is found there too: it can wait till the morning. */
export const DEFAULT_WAYS: Readonly<Record<NotificationGroup, Way>> = {
  documents: 'atOnce',
  reports: 'atOnce',
  participants: 'atOnce',
  plan: 'atOnce',
  outcomes: 'atOnce',
  money: 'atOnce',
  organisation: 'atOnce',
  cases: 'daily',
};

export type NotificationChoice = {
  readonly ways: Readonly<Record<NotificationGroup, Way>>;
  readonly quiet: QuietHours;
};

/** Minutes that the first event waits for others, so that what happens together comes in one mail. */
const GATHER_MINUTES = 5;

/** The hour of the daily mail, by Swedish clocks. */
const DAILY_HOUR = 8;

/**
 * From when an event may be mailed: never in quiet hours, never before it happened. Null where it stays in the portal.
 * Later events never come earlier.
 */
export function mailTime(happened: Date, way: Way, quiet: QuietHours): Date | null {
  switch (way) {
    case 'portal':
      return null;
    case 'atOnce':
      return afterQuiet(new Date(happened.getTime() + GATHER_MINUTES * 60_000), quiet);
    case 'daily':
      return afterQuiet(nextTimeOfDay(happened, DAILY_HOUR), quiet);
  }
}

export type WaitingEvent = {
  readonly id: string;
  readonly group: NotificationGroup;
  readonly happened: Date;
};

/**
 * What of that which waits to be mailed goes in one mail now, and what will never be mailed. Once something is due, what is
 * to be told at once goes with it, however new.
 */
export function mailNow<T extends WaitingEvent>(
  waiting: readonly T[],
  { ways, quiet }: NotificationChoice,
  now: Date,
): { readonly send: readonly T[]; readonly never: readonly T[] } {
  const never = waiting.filter(({ group }) => ways[group] === 'portal');
  if (isQuiet(now, quiet)) return { send: [], never };
  const isDue = ({ group, happened }: T) => {
    const time = mailTime(happened, ways[group], quiet);
    return time !== null && time <= now;
  };
  const anyDue = waiting.some(isDue);
  const send = waiting.filter((event) => isDue(event) || (anyDue && ways[event.group] === 'atOnce'));
  return { send, never };
}
