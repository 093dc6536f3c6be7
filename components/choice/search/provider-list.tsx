import { useLocale, useTranslations } from 'next-intl';
import { ContractTable } from '#components/choice/search/contract-table.tsx';
import { askedNames, searchAddress } from '#components/choice/search/search-address.ts';
import { SearchForm } from '#components/choice/search/search-form.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { placeInWords } from '#lib/domain/provider-search/places.ts';
import type {
  PublicProviders,
  SearchChoices,
  TypedPlace,
} from '#lib/domain/provider-search/public-contract.ts';
import type { ProviderSearchQuery } from '#lib/schemas/provider-search.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface ProviderListProps {
  providers: PublicProviders;
  choices: SearchChoices;
  query: ProviderSearchQuery;
  place: TypedPlace | null;
}

/** Who has a contract and where, for anybody. */
export function ProviderList({ providers, choices, query, place }: ProviderListProps) {
  const t = useTranslations('provider-search.list');
  const isFiltered = askedNames(query).length > 0;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <SearchForm query={query} choices={choices} />
      <h2 className="mt-8 mb-3">{t('count', { count: providers.total })}</h2>
      {place !== null && <PlaceNote place={place} query={query} />}
      {providers.contracts.length === 0 ? (
        <EmptyState
          action={isFiltered ? <LinkAction href="/providers">{t('showAll')}</LinkAction> : undefined}
        >
          {t(isFiltered ? 'empty' : 'none')}
        </EmptyState>
      ) : (
        <Sheet className="px-6 py-3 max-md:px-4">
          <ContractTable contracts={providers.contracts} near={place?.found != null} />
        </Sheet>
      )}
      <Pagination
        page={providers.page}
        pages={providers.pages}
        hrefOf={(page) => searchAddress('/providers', query, page)}
      />
      <ListWays query={query} />
      <Notice className="mt-8" action={<LinkAction href="/login">{t('loginAction')}</LinkAction>}>
        {t('login')}
      </Notice>
    </>
  );
}

/** From where distances are counted, and what else was meant by a name that several places have. */
function PlaceNote({ place, query }: { place: TypedPlace; query: ProviderSearchQuery }) {
  const t = useTranslations('provider-search.list');
  const locale = useLocale();
  if (place.found === null) {
    return (
      <Notice tone="warn" className="mb-4">
        {t('nearUnknown', { typed: place.typed })}
      </Notice>
    );
  }
  return (
    <div className="mb-4">
      <p>{t('nearFound', { place: isolated(placeInWords(place.found), locale) })}</p>
      {place.others.length > 0 && (
        <>
          <p>{t('nearOthers')}</p>
          <ul className="flex flex-wrap gap-x-6">
            {place.others.map((other) => {
              const near = placeInWords(other);
              return (
                <li key={near}>
                  <TextLink
                    href={searchAddress('/providers', { ...query, near })}
                    className="inline-flex min-h-(--target) items-center"
                  >
                    <bdi lang="sv">{near}</bdi>
                  </TextLink>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}

/** The same in other shapes. */
function ListWays({ query }: { query: ProviderSearchQuery }) {
  const t = useTranslations('provider-search.list');
  const tRating = useTranslations('rating');
  const ways = [
    { href: '/providers/map', words: t('map') },
    { href: searchAddress('/api/providers/csv', query), words: t('file') },
    { href: '/api-docs#listProviders', words: t('program') },
    { href: '/providers/how-we-count', words: tRating('how') },
  ];
  return (
    <ul className="no-print mt-6 flex flex-wrap gap-x-8">
      {ways.map(({ href, words }) => (
        <li key={href}>
          <TextLink href={href} className="inline-flex min-h-(--target) items-center">
            {words}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
