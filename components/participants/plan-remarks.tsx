import { useTranslations } from 'next-intl';
import type { PlanFormParts } from '#components/participants/plan-form-parts.ts';
import { Checkbox } from '#components/ui/choices.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { REMARK } from '#lib/domain/plan/plan-remarks.ts';

type Props = Pick<PlanFormParts, 'typed' | 'problems'>;

/** What was pointed out about the texts, and the way to save them all the same. Nothing where nothing was. */
export function PlanRemarks({ typed, problems }: Props) {
  const t = useTranslations('plan.form');
  const remarks = problems.filter(({ code }) => code === REMARK);
  const isKept = typed?.['keepRemarks'] === 'on';
  if (remarks.length === 0 && !isKept) return null;
  return (
    <Notice tone="warn" title={t('remarks')}>
      {remarks.length > 0 && (
        <ul className="my-1 grid gap-1">
          {remarks.map(({ pointer, message }) => (
            <li key={pointer}>{message}</li>
          ))}
        </ul>
      )}
      <Checkbox name="keepRemarks" label={t('keepRemarks')} hint={t('keepHint')} defaultChecked={isKept} />
    </Notice>
  );
}
