import { useLocale, useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { PlanDue } from '#lib/domain/plan/plan-due.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly due: PlanDue;
  readonly today: PlainDate;
  /** Where it is made; null for those who do not make plans. */
  readonly href: string | null;
};

/** That the second period asks for a new plan, and by when. */
export function PlanDueNotice({ due, today, href }: Props) {
  const t = useTranslations('plan.card');
  const locale = useLocale();
  if (due.kind !== 'redo') return null;
  const isLate = due.dueOn < today;
  const said = isLate ? 'redoLate' : due.from > today ? 'redo' : 'redoBegun';
  return (
    <Notice
      tone={isLate ? 'warn' : 'info'}
      title={t('redoTitle')}
      className="mb-4"
      action={
        href === null ? undefined : (
          <LinkAction href={href} look="go">
            {t('redoAction')}
          </LinkAction>
        )
      }
    >
      {t(said, { from: formatDate(due.from, locale), due: formatDate(due.dueOn, locale) })}
    </Notice>
  );
}
