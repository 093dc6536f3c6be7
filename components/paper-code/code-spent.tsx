import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';

/** The code has done what it was for; said once more to who comes back to choose again. */
export function CodeSpent({ already }: { already: boolean }) {
  const t = useTranslations('paper-code.spent');
  return (
    <Notice
      tone={already ? 'wait' : 'info'}
      title={t(already ? 'alreadyTitle' : 'title')}
      className="no-print mb-6 max-w-[760px]"
    >
      {t(already ? 'already' : 'text')}
    </Notice>
  );
}
