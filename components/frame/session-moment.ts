/** Two minutes: how long before the end a person is told. */
export const WARNING_MS = 120_000;

/** `idle`: it can be kept by saying so. `absolute`: it cannot. `ended`: it is over. */
export type SessionMoment = 'quiet' | 'idle' | 'absolute' | 'ended';

/** What a person has to be told about their session now. All in milliseconds since 1970 on one clock. */
export function sessionMoment(now: number, idleEnd: number, absoluteEnd: number): SessionMoment {
  if (now >= Math.min(idleEnd, absoluteEnd)) return 'ended';
  if (now >= absoluteEnd - WARNING_MS) return 'absolute';
  return now >= idleEnd - WARNING_MS ? 'idle' : 'quiet';
}
