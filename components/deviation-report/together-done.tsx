import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';

type Props = { readonly sent: number; readonly left: number };

/** How many reports went in together, and how many are still to be written; nothing where none did. */
export function TogetherDone({ sent, left }: Props) {
  const t = useTranslations('deviation-report.together');
  if (!Number.isInteger(sent) || sent < 1) return null;
  return (
    <Notice tone={left > 0 ? 'warn' : 'ok'} className="mb-6">
      {t('sent', { count: sent })} {left > 0 && t('sentLeft', { count: left })}
    </Notice>
  );
}
