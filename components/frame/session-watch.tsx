import { useLocale, useTranslations } from 'next-intl';
import { SessionWarning } from '#components/frame/session-warning.tsx';
import { clockInWords } from '#lib/shared/i18n/date-words.ts';

export interface SessionWatchProps {
  /** In milliseconds since 1970, on the server's clock; `now` is that clock when the page was made. */
  idleEndsAt: number;
  absoluteEndsAt: number;
  now: number;
  loginHref: string;
}

/** Watches the session and warns in time. The words come with the page: participants' browsers hold no catalogue. */
export function SessionWatch(props: SessionWatchProps) {
  const t = useTranslations('frame.session');
  const locale = useLocale();
  const absoluteTime = clockInWords(new Date(props.absoluteEndsAt), locale);
  return (
    <SessionWarning
      {...props}
      words={{
        idle: { title: t('idleTitle'), text: t('idleText') },
        absolute: { title: t('absoluteTitle'), text: t('absoluteText', { time: absoluteTime }) },
        ended: { title: t('endedTitle'), text: t('endedText') },
        stay: t('stay'),
        staying: t('staying'),
        failed: t('failed'),
        login: t('login'),
      }}
    />
  );
}
