import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export interface Step {
  title: string;
  /** The day, or who. */
  detail?: ReactNode;
  state: 'done' | 'now' | 'later';
}

export interface TimelineProps {
  steps: readonly Step[];
  label: string;
}

/** The way of something through its steps: done filled, now ringed, later hollow. */
export function Timeline({ steps, label }: TimelineProps) {
  const t = useTranslations('ui.way');
  return (
    <ol className="way max-w-[720px]" aria-label={label}>
      {steps.map((step) => (
        <li key={step.title} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <b>
            <span className="sr-only">{t(step.state)} </span>
            {step.title}
          </b>
          {step.detail}
        </li>
      ))}
    </ol>
  );
}
