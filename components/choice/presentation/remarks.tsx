import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { PresentationRemark } from '#lib/domain/administration/presentation-remarks.ts';

/** What is pointed out in a presentation. */
export function Remarks({ remarks }: { remarks: readonly PresentationRemark[] }) {
  const t = useTranslations('administration.presentation');
  if (remarks.length === 0) return null;
  return (
    <Notice tone="warn" title={t('remarks.title')} className="mb-6">
      <ul className="mt-2 grid list-disc gap-1 ps-5">
        {remarks.map(({ field, kind, words }) => (
          <li key={`${field} ${kind} ${words}`}>
            {t(`remarks.${kind}`, { words })} ({t('remarks.where', { field: t(`fields.${field}`) })})
          </li>
        ))}
      </ul>
      <p className="mt-2">{t('remarks.text')}</p>
    </Notice>
  );
}
