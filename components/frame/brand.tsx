import { useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/text-link.tsx';

export function Brand({ home }: { home: string }) {
  const t = useTranslations('frame');
  return (
    <TextLink
      href={home}
      aria-label={t('home')}
      className="inline-flex min-h-11 items-center gap-2.5 text-[1.125rem] font-bold tracking-[-0.015em] text-ink no-underline hover:text-ink hover:underline"
    >
      <svg viewBox="0 0 30 30" className="size-[30px] flex-none" aria-hidden="true" focusable="false">
        <rect width="30" height="30" rx="7" className="fill-accent" />
        <path
          d="M6 22h6v-6h6v-6h6"
          className="fill-none stroke-on-accent"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <bdi lang="sv" translate="no">
        {t('name')}
      </bdi>
    </TextLink>
  );
}
