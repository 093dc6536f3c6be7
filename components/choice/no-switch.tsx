import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PhoneHelp } from '#components/choice/phone-help.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { ChoiceGround } from '#lib/domain/choice/choice-ground.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface NoSwitchProps {
  ground: Extract<ChoiceGround, { kind: 'noSwitch' }>;
  /** The switch that is on its way, with its undoing. */
  pending: ReactNode;
  phone: string | null;
}

/** Why no switch can be made now, kindly, and what can be done instead. */
export function NoSwitch({ ground, pending, phone }: NoSwitchProps) {
  const t = useTranslations('choice');
  const locale = useLocale();
  const { placement, because } = ground;
  const lastDay = addDays(placement.end ?? placement.to, -1);
  const date = dateInWords(lastDay, locale);
  return (
    <>
      <PageHeading
        title={t('switch.title')}
        lead={t('switch.now', { provider: isolated(placement.provider, locale) })}
      />
      {pending}
      {because !== 'switchPending' && (
        <Notice tone="wait">
          <p>{t(`switch.never.${because}`, { provider: isolated(placement.provider, locale), date })}</p>
          {phone !== null && (
            <div className="mt-3">
              <PhoneHelp phone={phone} words={t('ask.callNow')} />
            </div>
          )}
        </Notice>
      )}
    </>
  );
}
