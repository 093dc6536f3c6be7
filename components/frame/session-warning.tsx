'use client';

import { Button, LinkAction } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { SessionWatchProps } from '#components/frame/session-watch.tsx';
import { useSession } from '#components/frame/use-session.ts';

interface Message {
  title: string;
  text: string;
}

export interface SessionWarningProps extends SessionWatchProps {
  words: Record<'idle' | 'absolute' | 'ended', Message> &
    Record<'stay' | 'staying' | 'failed' | 'login', string>;
}

/** Says two minutes before a session ends that it will, and lets it be kept. Does not take focus or cover the page. */
export function SessionWarning({ words, loginHref, ...ends }: SessionWarningProps) {
  const { moment, answer, keep } = useSession(ends);
  const message = moment === 'quiet' ? null : words[moment];
  return (
    <div aria-live="polite" className="no-print fixed inset-x-4 bottom-4 z-9 sm:start-auto sm:w-105">
      {answer === 'kept' && (
        <p className="flex items-start gap-2 rounded-lg border border-line-strong bg-sheet p-4 font-medium">
          <Icon name="ok" className="mt-0.5 text-ok" />
          {words.staying}
        </p>
      )}
      {message !== null && (
        <div className="rounded-lg border-2 border-warn-line bg-sheet p-5">
          <p className="flex items-start gap-2 text-base font-bold">
            <Icon name="clock" className="mt-0.5 text-warn" />
            {message.title}
          </p>
          <p className="mt-1 text-ink-2">{message.text}</p>
          {answer === 'failed' && <p className="mt-2 font-medium text-stop">{words.failed}</p>}
          {moment === 'idle' && (
            <Button look="go" type="button" className="mt-4" onClick={() => void keep()}>
              {words.stay}
            </Button>
          )}
          {moment === 'ended' && (
            <LinkAction look="go" className="mt-4" href={loginHref}>
              {words.login}
            </LinkAction>
          )}
        </div>
      )}
    </div>
  );
}
