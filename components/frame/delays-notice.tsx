import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';

export interface DelaysNoticeProps {
  worker: boolean;
  mail: boolean;
}

/** Says what waits, and that all else goes on. Nothing where nothing waits. */
export function DelaysNotice({ worker, mail }: DelaysNoticeProps) {
  const t = useTranslations('delays');
  if (!worker && !mail) return null;
  return (
    <div className="band no-print pt-6">
      <Notice tone="wait" title={t(worker ? 'worker.title' : 'mail.title')}>
        <p>{t(worker ? 'worker.text' : 'mail.text')}</p>
      </Notice>
    </div>
  );
}
