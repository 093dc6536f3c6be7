import { useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/text-link.tsx';
import { ALL_AREAS, queueHref, type ReviewQueueInput } from '#lib/schemas/review-bench.ts';

type Props = { readonly ownAreas: readonly string[]; readonly filter: ReviewQueueInput };

/** Whose areas are shown, one step to all of them, and where one's own are chosen. */
export function QueueAreas({ ownAreas, filter }: Props) {
  const t = useTranslations('review-bench');
  const hasOwn = ownAreas.length > 0;
  const showsOwn = hasOwn && filter.area === '';
  return (
    <p className="no-print flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
      {showsOwn && <span>{t('ownAreas', { areas: ownAreas.join(', ') })}</span>}
      {hasOwn && (
        <TextLink href={queueHref(filter, { area: showsOwn ? ALL_AREAS : '' })}>
          {t(showsOwn ? 'seeAll' : 'seeOwn')}
        </TextLink>
      )}
      <TextLink href="/review/areas">{t(hasOwn ? 'changeAreas' : 'chooseAreas')}</TextLink>
    </p>
  );
}
