import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { receiptPath } from '#lib/domain/choice/choosing-place.ts';
import type { OwnSituation } from '#lib/domain/participant/own-situation.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';
import { addDays } from '#lib/shared/plain-date.ts';

export interface NothingToChooseProps {
  /** The door that the participant's pages stand behind. */
  base: string;
  situation: OwnSituation;
}

/** Nothing can be chosen here: because it is chosen already, because it is to be chosen first, or because nothing is decided. */
export function NothingToChoose({ base, situation }: NothingToChooseProps) {
  const t = useTranslations('choice');
  const locale = useLocale();
  const { placements, toChoose } = situation;
  if (toChoose !== null && toChoose.helpedUntil !== null) {
    return (
      <Nothing
        title={t('overlap.title', { date: dateInWords(addDays(toChoose.helpedUntil, -1), locale) })}
        text={t('overlap.text')}
        href={base}
        action={t('nothing.action')}
      />
    );
  }
  if (toChoose !== null) {
    return (
      <Nothing
        title={t('switch.nothingTitle')}
        text={t('switch.nothingText')}
        href={`${base}/choose`}
        action={t('switch.nothingAction')}
      />
    );
  }
  const assigned = placements.at(-1);
  if (assigned !== undefined && assigned.assignedChoiceId !== null) {
    return (
      <Nothing
        title={t('choose.assignedTitle')}
        text={t('choose.assignedText', { provider: isolated(assigned.provider, locale) })}
        href={`${base}/switch`}
        action={t('choose.nothingAction')}
        more={
          <TextLink
            href={receiptPath({ base, choosingFor: 'choose' }, assigned.assignedChoiceId)}
            className="inline-flex min-h-(--target) items-center"
          >
            {t('choose.assignedWhy')}
          </TextLink>
        }
      />
    );
  }
  if (placements.length > 0) {
    return (
      <Nothing
        title={t('choose.nothingTitle')}
        text={t('choose.nothingText')}
        href={`${base}/switch`}
        action={t('choose.nothingAction')}
      />
    );
  }
  return (
    <Nothing title={t('nothing.title')} text={t('nothing.text')} href={base} action={t('nothing.action')} />
  );
}

interface NothingProps {
  title: string;
  text: string;
  href: string;
  action: string;
  more?: ReactNode;
}

function Nothing(props: NothingProps) {
  return (
    <>
      <PageHeading title={props.title} />
      <EmptyState
        action={
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <LinkAction look="go" big href={props.href}>
              {props.action}
            </LinkAction>
            {props.more}
          </div>
        }
      >
        {props.text}
      </EmptyState>
    </>
  );
}
