import { useTranslations } from 'next-intl';
import { ReviewKeys } from '#components/review/review-keys.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { QueuePlace } from '#lib/domain/review/review-queue.ts';
import { queueHref, queueSearch, type QueueWay } from '#lib/schemas/review-bench.ts';

type Props = { readonly way: QueueWay; readonly place: QueuePlace };

function stepHref({ filter }: QueueWay, at: number): string {
  return `/review/next?${new URLSearchParams({ queue: queueSearch(filter), at: String(at) }).toString()}`;
}

/** Where in the queue a case stands, and the ways to the one before and after. */
export function CaseBar({ way, place }: Props) {
  const t = useTranslations('review-bench.bar');
  const { position, total } = place;
  const at = position ?? way.at;
  // A case that has left the view has the next one at its own place.
  const next = position === null ? at : at + 1;
  return (
    <nav
      aria-label={t('label')}
      className="no-print mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-ink-2"
    >
      <span>{position === null ? t('gone') : t('place', { position, total })}</span>
      <span className="flex flex-wrap gap-x-4 gap-y-1">
        {at > 1 && (
          <TextLink href={stepHref(way, at - 1)} rel="prev" data-review-key="previous">
            {t('previous')}
          </TextLink>
        )}
        {next <= total && (
          <TextLink href={stepHref(way, next)} rel="next" data-review-key="next">
            {t('next')}
          </TextLink>
        )}
        <TextLink href={queueHref(way.filter)} data-review-key="queue">
          {t('back')}
        </TextLink>
      </span>
    </nav>
  );
}

const KEYS = ['next', 'previous', 'take', 'approve', 'return', 'queue', 'list'] as const;

/** The keys of a case's page. */
export function CaseKeys() {
  return <ReviewKeys keys={KEYS} />;
}
