import { getLocale, getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import type { StatementRow } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import type { StatementPlace } from './statement-place.ts';

type Props = {
  readonly place: StatementPlace;
  readonly statement: Pick<StatementRow, 'id' | 'cutOff' | 'provider'>;
  /** A page below the statement's own. */
  readonly below?: string;
};

/** Where a statement's page is: under the list, and under the statement where it is one of its pages. */
export async function StatementCrumbs({ place, statement, below }: Props) {
  const t = await getTranslations('statement');
  const { id, cutOff, provider } = statement;
  const title = t('view.title', { date: formatDate(cutOff, await getLocale()) });
  const above = [{ href: place.list.href, words: t(place.list.words) }];
  if (below !== undefined) {
    return <Breadcrumbs above={[...above, { href: `${place.root}/${id}`, words: title }]} here={below} />;
  }
  const orgNo = formatOrgNo(provider.orgNo);
  return <Breadcrumbs above={above} here={t('view.crumb', { title, provider: provider.name, orgNo })} />;
}
