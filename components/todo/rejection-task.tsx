import { useLocale, useTranslations } from 'next-intl';
import { shortened } from '#components/todo/shortened.ts';
import { Task } from '#components/ui/task-list.tsx';
import type { ProposedRejection } from '#lib/domain/todo/todo.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

/** A proposed rejection to answer, with the reviewer's words. */
export function RejectionTask({ item }: { readonly item: ProposedRejection }) {
  const t = useTranslations('todo.task');
  const locale = useLocale();
  const { reportId, participantName, month, reason } = item;
  return (
    <Task
      href={`/provider/reports/${reportId}`}
      title={t('proposedRejection', { month: formatMonth(month, locale), name: participantName })}
    >
      {t('reviewerSays', { reason: shortened(reason) })}
    </Task>
  );
}
