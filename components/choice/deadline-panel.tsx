import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '#components/ui/date-text.tsx';
import { DeepPanel } from '#components/ui/sheet.tsx';
import { choiceTimeLeft } from '#lib/domain/choice/deadline.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export interface DeadlinePanelProps {
  chooseBy: PlainDate;
  today: PlainDate;
  /** Where one can choose, on pages that are not that. */
  action?: ReactNode;
}

/** By when to choose, how long that is in words, and what happens otherwise. */
export function DeadlinePanel({ chooseBy, today, action }: DeadlinePanelProps) {
  const t = useTranslations('choice.deadline');
  const time = choiceTimeLeft(today, chooseBy);
  return (
    <DeepPanel>
      <p className="text-on-deep-2">{t('by')}</p>
      <p className="mt-1 mb-2 text-2xl font-bold tracking-[-0.02em] text-balance">
        <DateText date={chooseBy} style="weekday" />
      </p>
      <p className="max-w-[44ch] text-on-deep-2">
        {time.kind === 'daysLeft' ? t('left', { count: time.workdays }) : t(time.kind)}
      </p>
      {action !== undefined && <div className="mt-5">{action}</div>}
      <h2 className="mt-6 border-t border-on-deep-2 pt-5 text-lg">{t('otherwise')}</h2>
      <p className="mt-1 max-w-[44ch] text-on-deep-2">{t('otherwiseText')}</p>
    </DeepPanel>
  );
}
