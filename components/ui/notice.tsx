import type { ReactNode } from 'react';
import { cx } from '#components/ui/class-names.ts';

export type NoticeTone = 'info' | 'ok' | 'warn' | 'stop' | 'wait';

const TONES: Record<NoticeTone, string> = {
  info: 'border-accent bg-accent-wash',
  ok: 'border-ok bg-ok-wash',
  warn: 'border-warn-line bg-warn-wash',
  stop: 'border-stop bg-stop-wash',
  wait: 'border-wait bg-wait-wash',
};

export interface NoticeProps {
  tone?: NoticeTone | undefined;
  title?: ReactNode;
  children: ReactNode;
  /** One thing to do about it. */
  action?: ReactNode;
  className?: string | undefined;
}

/** A full sentence that has to be seen, and at most one action. */
export function Notice({ tone = 'info', title, children, action, className }: NoticeProps) {
  return (
    <div className={cx('rounded-e-md border-s-4 px-6 py-4', TONES[tone], className)}>
      <div className="max-w-measure">
        {title !== undefined && <p className="font-bold">{title}</p>}
        {children}
      </div>
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  );
}
