import { useTranslations } from 'next-intl';
import { AskedFor } from '#components/choice/asked-for.tsx';
import { ChoiceFilterForm } from '#components/choice/choice-filter.tsx';
import { filterAddress, isFiltered, LIST_ID } from '#components/choice/filter-address.ts';
import { FarNotice } from '#components/choice/far-notice.tsx';
import { NothingFits } from '#components/choice/nothing-fits.tsx';
import { ProviderCard } from '#components/choice/provider-card.tsx';
import { NobodyElse, WhiteSpot } from '#components/choice/white-spot.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { type ChoiceFilter, NO_FILTER } from '#lib/domain/choice/choice-filter.ts';
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

const MOST_NAMES = 3;

/** The providers as equal cards, what to look for above them, and a way to see up to three side by side. */
export function ChoiceList({ list, filter, place, homeKnown, phone }: ChoiceListProps) {
  const t = useTranslations('choice.list');
  const path = listPath(place);
  if (list.open === 0)
    return place.choosingFor === 'switch' ? <NobodyElse phone={phone} /> : <WhiteSpot phone={phone} />;
  const order = filter.order === 'nearest' && !homeKnown ? 'random' : filter.order;
  const nameOnly = filterAddress(path, { ...NO_FILTER, name: filter.name }, 1);
  return (
    <section aria-labelledby={LIST_ID}>
      <h2 id={LIST_ID} className="text-2xl">
        {t('count', { count: list.total })}
      </h2>
      {list.total > 0 && <p className="mt-1 text-ink-2">{t(`order.${order}`)}</p>}
      {list.far !== null && filter.meeting === null && <FarNotice path={path} far={list.far} />}
      <AskedFor path={path} filter={filter} />
      {list.namedElsewhere.length > 0 && (
        <Notice className="my-4" action={<LinkAction href={nameOnly}>{t('showNamed')}</LinkAction>}>
          {t('namedElsewhere', {
            names: list.namedElsewhere.slice(0, MOST_NAMES).join(', '),
            count: list.namedElsewhere.length,
          })}
        </Notice>
      )}
      <div className="my-5">
        <ChoiceFilterForm action={path} filter={filter} choices={list} filtered={isFiltered(filter)} />
      </div>
      {list.total === 0 ? (
        <NothingFits path={path} filter={filter} relaxations={list.relaxations} />
      ) : (
        <form method="get" action={`${path}/compare`}>
          <ul className="grid gap-5">
            {list.cards.map((provider) => (
              <ProviderCard key={provider.officeId} provider={provider} place={place} filter={filter} />
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
