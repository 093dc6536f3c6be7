import { useLocale, useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import { Task } from '#components/ui/task-list.tsx';
import { documentFormPath } from '#lib/domain/document/document-path.ts';
import type { MissingExtensions } from '#lib/domain/todo/todo.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = { readonly item: MissingExtensions; readonly today: PlainDate };

/** A first period that ends without a basis for an extension. */
export function ExtensionTask({ item, today }: Props) {
  const t = useTranslations('extension.todo');
  const task = useTranslations('todo.task');
  const locale = useLocale();
  const { count, placementId, participantName, dueOn } = item;
  const late = dueOn < today;
  return (
    <Task
      href={count === 1 ? documentFormPath(placementId, 'extension') : '/provider/participants/ending'}
      title={count === 1 ? t('one', { name: participantName }) : t('many', { count })}
      status={
        late && count === 1 ? (
          <Status tone="warn">{task('wasDue', { day: dateInWords(dueOn, locale, 'day') })}</Status>
        ) : undefined
      }
      worth={<span className="text-xs text-ink-3">{task('required')}</span>}
    >
      {t('why')} {late ? t('late') : t('due', { day: dateInWords(dueOn, locale, 'weekday') })}
    </Task>
  );
}
