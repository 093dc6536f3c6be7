import { useTranslations } from 'next-intl';

/** The first thing a keyboard reaches, and the strip that says when nothing here is real. */
export function PageTop({ trial }: { trial: boolean }) {
  const t = useTranslations('frame');
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      {trial && (
        <div className="border-b border-line bg-sunken text-xs text-ink-2">
          <p className="band py-1">{t('trial')}</p>
        </div>
      )}
    </>
  );
}
