import { useTranslations } from 'next-intl';

export function SkipLink() {
  const t = useTranslations('frame');
  return (
    <a className="skip" href="#main">
      {t('skip')}
    </a>
  );
}

/** Says that nothing here is real. */
export function TrialStrip() {
  const t = useTranslations('frame');
  return (
    <div className="border-b border-line bg-sunken text-xs text-ink-2">
      <p className="band py-1">{t('trial')}</p>
    </div>
  );
}
