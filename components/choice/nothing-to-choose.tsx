import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { OwnSituation } from '#lib/domain/participant/own-situation.ts';

export interface NothingToChooseProps {
  /** The door that the participant's pages stand behind. */
  base: string;
  situation: OwnSituation;
}

/** Nothing can be chosen here: because it is chosen already, because it is to be chosen first, or because nothing is decided. */
export function NothingToChoose({ base, situation }: NothingToChooseProps) {
  const t = useTranslations('choice');
  const { placements, toChoose } = situation;
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

function Nothing(props: { title: string; text: string; href: string; action: string }) {
  return (
    <>
      <PageHeading title={props.title} />
      <EmptyState
        action={
          <LinkAction look="go" big href={props.href}>
            {props.action}
          </LinkAction>
        }
      >
        {props.text}
      </EmptyState>
    </>
  );
}
