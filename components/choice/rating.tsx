import { useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/text-link.tsx';
import { type ContractRating, isAlike, type Rated, sureness } from '#lib/domain/rating/rating.ts';

export interface RatingProps {
  rating: ContractRating;
  /** Where what it is about is said beside it already. */
  untitled?: boolean | undefined;
  /** With all that it builds on, and the way to how it is counted. */
  full?: boolean | undefined;
}

/** How it has gone for a contract's participants, and how sure that is; or that there is no rating yet, and why. */
export function Rating({ rating, untitled = false, full = false }: RatingProps) {
  const t = useTranslations('rating');
  return (
    <div>
      {!untitled && <p className="text-xs text-ink-3">{t('title')}</p>}
      {rating.kind === 'rated' ? (
        <RatedWords rating={rating} full={full} />
      ) : (
        <>
          <p className="font-bold">{t('none')}</p>
          <TenBar filled={null} />
          <p className="text-ink-2">{t(rating.because)}</p>
        </>
      )}
      {full && (
        <TextLink href="/providers/how-we-count" className="inline-flex min-h-(--target) items-center">
          {t('how')}
        </TextLink>
      )}
    </div>
  );
}

function RatedWords({ rating, full }: { rating: Rated; full: boolean }) {
  const t = useTranslations('rating');
  const { stars, betterThanTenths, participants, reached, low, high, preliminary } = rating;
  return (
    <>
      <p className="font-bold">{isAlike(rating) ? t('alike') : t('better', { tenths: betterThanTenths })}</p>
      <TenBar filled={betterThanTenths} />
      <p className="text-ink-2">
        {t('builtOn', { stars, participants })}{' '}
        {low === high ? t('sure') : t('between', { sureness: sureness(rating), low, high })}
      </p>
      {full && (
        <p className="mt-3 text-ink-2">
          {reached === null ? t('reachedFew', { participants }) : t('reached', { reached, participants })}{' '}
          {preliminary === null ? t('preliminaryFew') : t('preliminary', { preliminary })}
        </p>
      )}
    </>
  );
}

const TENTHS = Array.from({ length: 10 }, (_, place) => place);

/** Ten boxes, so many of them filled; dashed where there is nothing to show. The words beside it say it all. */
function TenBar({ filled }: { filled: number | null }) {
  return (
    <svg viewBox="0 0 256 12" className="my-2 block w-full max-w-64 rtl:-scale-x-100" aria-hidden="true">
      {TENTHS.map((place) => (
        <rect
          key={place}
          x={place * 26 + 1}
          y="1"
          width="20"
          height="10"
          rx="2"
          strokeWidth="1.5"
          {...(filled === null
            ? { className: 'fill-none stroke-line-strong', strokeDasharray: '3 2' }
            : { className: place < filled ? 'fill-accent stroke-accent' : 'fill-none stroke-accent' })}
        />
      ))}
    </svg>
  );
}
