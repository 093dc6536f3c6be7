import { useLocale, useTranslations } from 'next-intl';
import { DistanceWords } from '#components/choice/search/distance-words.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Table } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { isAlike } from '#lib/domain/rating/rating.ts';
import type { RatedContract } from '#lib/domain/provider-search/public-contract.ts';
import { languagesInWords } from '#lib/shared/i18n/language-name.ts';

interface ContractTableProps {
  contracts: readonly RatedContract[];
  /** Whether distances are counted. */
  near: boolean;
}

/** Contracts one below another; each leads to all that is known of it. */
export function ContractTable({ contracts, near }: ContractTableProps) {
  const t = useTranslations('provider-search.list');
  const tRating = useTranslations('rating');
  const locale = useLocale();
  const heads = [
    'provider',
    'area',
    'places',
    ...(near ? ['distance' as const] : []),
    'languages',
    'rating',
    'from',
  ] as const;
  return (
    <Table caption={t('caption')} captionHidden>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {contracts.map(({ kaNumber, provider, area, offices, metres, languages, rating, from }) => (
          <tr key={kaNumber}>
            <th scope="row">
              <TextLink href={`/providers/${kaNumber}`} className="-my-2.5 inline-block py-2.5">
                <bdi lang="sv">{provider}</bdi>
              </TextLink>
              <small className="block">{t('kaNumber', { number: kaNumber })}</small>
            </th>
            <td data-label={t('area')}>
              <bdi lang="sv">{area}</bdi>
            </td>
            <td data-label={t('places')}>
              <bdi lang="sv">{[...new Set(offices.map(({ place }) => place))].join(', ')}</bdi>
            </td>
            {near && (
              <td data-label={t('distance')}>{metres !== null && <DistanceWords metres={metres} />}</td>
            )}
            <td data-label={t('languages')}>{languagesInWords(languages, locale)}</td>
            <td data-label={t('rating')}>
              {rating.kind === 'rated'
                ? isAlike(rating)
                  ? tRating('alike')
                  : tRating('better', { tenths: rating.betterThanTenths })
                : tRating('none')}
            </td>
            <td data-label={t('from')}>
              <DateText date={from} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
