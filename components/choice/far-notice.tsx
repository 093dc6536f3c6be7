import { useTranslations } from 'next-intl';
import { Distance } from '#components/choice/distance.tsx';
import { filterAddress } from '#components/choice/filter-address.ts';
import { LinkAction } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { NO_FILTER } from '#lib/domain/choice/choice-filter.ts';

export interface FarNoticeProps {
  path: string;
  far: { readonly atDistance: number; readonly metres: number };
}

/** Nobody has premises within reach: who helps at a distance comes first. Caseworkers are told in the night, of whom still waits. */
export function FarNotice({ path, far }: FarNoticeProps) {
  const t = useTranslations('choice.far');
  return (
    <Notice
      tone="wait"
      title={t('title')}
      className="my-5"
      action={
        far.atDistance > 0 && (
          <LinkAction big href={filterAddress(path, { ...NO_FILTER, meeting: 'distance' }, 1)}>
            {t('show', { count: far.atDistance })}
          </LinkAction>
        )
      }
    >
      <p className="my-2">
        {t('nearest')} <Distance metres={far.metres} />
      </p>
      <p>{t(far.atDistance > 0 ? 'atDistance' : 'nobody')}</p>
    </Notice>
  );
}
