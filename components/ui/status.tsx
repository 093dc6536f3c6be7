import type { ReactNode } from 'react';
import { cx } from '#components/ui/class-names.ts';
import { Icon, type IconName } from '#components/ui/icon.tsx';

/** What is in order (`ok`) and what only waits is quiet ink; colour is for what needs a person. */
export type Tone = 'ok' | 'warn' | 'stop' | 'wait' | 'none';

const TONES: Record<Tone, { words: string; icon: string; shape: IconName }> = {
  ok: { words: 'text-ink-2', icon: 'text-ok', shape: 'ok' },
  warn: { words: 'text-warn', icon: 'text-warn', shape: 'warn' },
  stop: { words: 'text-stop', icon: 'text-stop', shape: 'stop' },
  wait: { words: 'text-ink-2', icon: 'text-wait', shape: 'clock' },
  none: { words: 'text-ink-2', icon: 'text-ink-3', shape: 'none' },
};

export interface StatusProps {
  tone: Tone;
  /** The words; they say all of it without the icon and the colour. */
  children: ReactNode;
  /** Why, in smaller type. */
  reason?: ReactNode;
  /** Another shape within the same tone: begun, paused, refused. */
  icon?: IconName | undefined;
  className?: string | undefined;
}

export function Status({ tone, children, reason, icon, className }: StatusProps) {
  const dress = TONES[tone];
  return (
    <span className={cx('inline-flex items-start gap-2 leading-snug font-medium', dress.words, className)}>
      <Icon name={icon ?? dress.shape} className={cx('mt-[0.1em]', dress.icon)} />
      <span>
        {children}
        {reason !== undefined && <small className="block font-normal text-ink-2">{reason}</small>}
      </span>
    </span>
  );
}
