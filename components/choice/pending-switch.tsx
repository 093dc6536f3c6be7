import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CommandForm } from '#components/choice/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { receiptPath, undoPath } from '#lib/domain/choice/choosing-place.ts';
import type { OwnSituation } from '#lib/domain/participant/own-situation.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface PendingSwitchNoticeProps {
  /** The door that the participant's pages stand behind. */
  base: string;
  situation: OwnSituation;
  formKey: string;
  back: string;
  /** What who undoes it for somebody adds to the form. */
  children?: ReactNode;
}

/** A switch on its way: to whom and when, and the undoing of it. Nothing where there is none. */
export function PendingSwitchNotice(props: PendingSwitchNoticeProps) {
  const { base, situation, formKey, back, children } = props;
  const t = useTranslations('choice.pending');
  const locale = useLocale();
  const { pendingSwitch, placements } = situation;
  const next = placements.find(({ id }) => id === pendingSwitch?.toPlacementId);
  if (pendingSwitch === null || next === undefined) return null;
  const old = placements.find(({ id }) => id !== next.id);
  const { id, version, effectiveOn } = pendingSwitch;
  return (
    <Notice
      tone="wait"
      title={t('title', {
        provider: isolated(next.provider, locale),
        date: dateInWords(effectiveOn, locale, 'weekday'),
      })}
      action={
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <CommandForm
            action={undoPath(base, id)}
            formKey={formKey}
            back={back}
            hidden={{ switchVersion: version }}
          >
            {children}
            <Button look="line" big>
              {t('undo')}
            </Button>
          </CommandForm>
          <TextLink
            href={receiptPath({ base, choosingFor: 'switch' }, id)}
            className="inline-flex min-h-(--target) items-center"
          >
            {t('receipt')}
          </TextLink>
        </div>
      }
    >
      {old !== undefined && (
        <p>
          {t('text', {
            provider: isolated(old.provider, locale),
            date: dateInWords(addDays(effectiveOn, -1), locale, 'weekday'),
          })}
        </p>
      )}
      <p>{t('first')}</p>
    </Notice>
  );
}
