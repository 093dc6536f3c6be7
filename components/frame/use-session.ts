import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { type SessionMoment, sessionMoment } from '#components/frame/session-moment.ts';
import type { SessionWatchProps } from '#components/frame/session-watch.tsx';

const LOOK_EVERY_MS = 5000;
const SHOW_ANSWER_MS = 8000;

type Answer = 'none' | 'kept' | 'failed' | 'ended';

async function askToKeep(): Promise<Answer> {
  try {
    const response = await fetch('/api/session/keep', { method: 'POST', body: new URLSearchParams() });
    if (response.status === 401) return 'ended';
    return response.ok ? 'kept' : 'failed';
  } catch (error) {
    // No connection: said to the person as any other refusal.
    if (error instanceof TypeError) return 'failed';
    throw error;
  }
}

/** Whoever logs out leaves nothing in the tab: what is kept there is for a session that ends by itself. */
function forgetWhatWasTyped({ target }: SubmitEvent): void {
  if (target instanceof HTMLFormElement && target.action.endsWith('/api/session/logout'))
    sessionStorage.clear();
}

/**
 * Follows a session that each page and each asking makes longer by the same idle time. It counts on the browser's own
 * clock, which may show another time than the server's. Windows of one browser share a session, so each tells the
 * others when it was made longer.
 */
export function useSession({ idleEndsAt, absoluteEndsAt, now }: Omit<SessionWatchProps, 'loginHref'>) {
  const path = usePathname();
  const idleLength = idleEndsAt - now;
  const [absoluteEnd] = useState(() => Date.now() + absoluteEndsAt - now);
  const [moment, setMoment] = useState<SessionMoment>('quiet');
  const [answer, setAnswer] = useState<Answer>('none');
  const [timesKept, setTimesKept] = useState(0);

  // Starts over with every page that is fetched (path) and every time the session is kept.
  useEffect(() => {
    let idleEnd = Date.now() + idleLength;
    const look = () => setMoment(sessionMoment(Date.now(), idleEnd, absoluteEnd));
    const channel = new BroadcastChannel('portal-session');
    channel.addEventListener('message', () => {
      idleEnd = Date.now() + idleLength;
      look();
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only
    channel.postMessage({ path, timesKept });
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    // A computer that slept has missed its timers.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      channel.close();
    };
  }, [path, timesKept, idleLength, absoluteEnd]);

  useEffect(() => {
    if (answer !== 'kept') return undefined;
    const timer = setTimeout(() => setAnswer('none'), SHOW_ANSWER_MS);
    return () => clearTimeout(timer);
  }, [answer]);

  useEffect(() => {
    document.addEventListener('submit', forgetWhatWasTyped);
    return () => document.removeEventListener('submit', forgetWhatWasTyped);
  }, []);

  const keep = async () => {
    const given = await askToKeep();
    setAnswer(given);
    if (given === 'kept') setTimesKept((times) => times + 1);
  };
  return { moment: answer === 'ended' ? 'ended' : moment, answer, keep };
}
