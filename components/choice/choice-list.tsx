import { useTranslations } from 'next-intl';
import { ChoiceFilterForm } from '#components/choice/choice-filter.tsx';
import { filterAddress, isFiltered } from '#components/choice/filter-address.ts';
import { ProviderCard } from '#components/choice/provider-card.tsx';
import { WhiteSpot } from '#components/choice/white-spot.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import type { ChoiceFilter } from '#lib/domain/choice/choice-list.ts';
import type { ChoiceListPage } from '#lib/domain/choice/choice-list-page.ts';
import { type ChoosingPlace, listPath } from '#lib/domain/choice/choosing-place.ts';

export interface ChoiceListProps {
  list: ChoiceListPage;
  filter: ChoiceFilter;
  place: ChoosingPlace;
  /** Without it nobody can be nearest. */
  homeKnown: boolean;
  phone: string | null;
}

/** The providers as equal cards, what to look for above them, and a way to see up to three side by side. */
export function ChoiceList({ list, filter, place, homeKnown, phone }: ChoiceListProps) {
  const t = useTranslations('choice.list');
  const path = listPath(place);
  if (list.open === 0) return <WhiteSpot phone={phone} />;
  const order = filter.order === 'nearest' && !homeKnown ? 'random' : filter.order;
  return (
    <section aria-labelledby="providers">
      <h2 id="providers" className="text-2xl">
        {t('count', { count: list.total })}
      </h2>
      {list.total > 0 && <p className="mt-1 text-ink-2">{t(`order.${order}`)}</p>}
      <div className="my-5">
        <ChoiceFilterForm action={path} filter={filter} list={list} filtered={isFiltered(filter)} />
      </div>
      {list.total === 0 ? (
        <EmptyState action={<LinkAction href={path}>{t('showAll')}</LinkAction>}>{t('empty')}</EmptyState>
      ) : (
        <form method="get" action={`${path}/compare`}>
          <ul className="grid gap-5">
            {list.cards.map((provider) => (
              <ProviderCard key={provider.officeId} provider={provider} place={place} />
            ))}
          </ul>
          {list.cards.length > 1 && (
            <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button look="line" big>
                {t('compare')}
              </Button>
              <span className="text-ink-2">{t('compareHint')}</span>
            </p>
          )}
        </form>
      )}
      <Pagination page={list.page} pages={list.pages} hrefOf={(page) => filterAddress(path, filter, page)} />
    </section>
  );
}
