import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { isolated } from '#lib/shared/i18n/isolated.ts';

/** Help from a person, or through an interpreter. */
export function PhoneLine({ phone }: { phone: string }) {
  const t = useTranslations('frame');
  const locale = useLocale();
  // A Swedish number as it is dialled from anywhere: 08-465 004 10 is +46 8 465 004 10.
  const dialled = phone.replaceAll(/[^\d+]/g, '').replace(/^0/, '+46');
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <Icon name="phone" className="text-accent" />
      {t('interpreter')}
      <a
        href={`tel:${dialled}`}
        className="inline-flex min-h-(--target) items-center font-bold whitespace-nowrap"
      >
        {t('call', { phone: isolated(phone, locale) })}
      </a>
    </p>
  );
}
