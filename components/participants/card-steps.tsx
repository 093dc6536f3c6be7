import { useLocale, useTranslations } from 'next-intl';
import { Timeline } from '#components/ui/timeline.tsx';
import type { NextStep } from '#lib/domain/placement/next-steps.ts';
import { formatMonthName } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { type PlainDate, yearOf } from '#lib/shared/plain-date.ts';

/** Steps that have a last day rather than a day. */
const DEADLINES: ReadonlySet<NextStep['kind']> = new Set(['plan', 'report', 'extension', 'finalReport']);

type Props = { readonly steps: readonly NextStep[]; readonly today: PlainDate };

/** What is behind, what is at hand and what comes, with its days. */
export function CardSteps({ steps, today }: Props) {
  const t = useTranslations('participants.steps');
  const locale = useLocale();
  return (
    <Timeline
      label={t('label')}
      steps={steps.map(({ kind, date, state, month }) => {
        const day = dateInWords(date, locale, yearOf(date) === yearOf(today) ? 'short' : 'date');
        const isDeadline = DEADLINES.has(kind) && state !== 'done';
        const detail = isDeadline ? t(date < today ? 'wasDue' : 'due', { day }) : day;
        const title = t(kind, { month: month === null ? '' : formatMonthName(month, locale) });
        return { title, detail, state };
      })}
    />
  );
}
