import { useTranslations } from 'next-intl';
import type { LogFilter } from '#components/reporting/log-href.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SearchField } from '#components/ui/filter-bar.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';

type Way = { readonly href: string; readonly current: boolean };

type Props = {
  readonly title: string;
  readonly lead: string;
  readonly search: {
    readonly action: string;
    readonly hidden: Readonly<Record<string, string>>;
    readonly filter: Pick<LogFilter, 'office' | 'q'>;
  };
  readonly views: {
    readonly week: Way;
    readonly month: Way;
    readonly mine: string;
    readonly office: string;
  };
};

/** What the log shows, and the ways to look at it: week or month, own participants or the office's, one by name. */
export function LogHeading({ title, lead, search: { action, hidden, filter }, views }: Props) {
  const t = useTranslations('log.views');
  const tLog = useTranslations('reporting.log');
  return (
    <>
      <PageHeading
        title={title}
        lead={lead}
        aside={
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            <ViewSwitch
              label={t('label')}
              views={[
                { ...views.week, words: t('week') },
                { ...views.month, words: t('month') },
              ]}
            />
            <ViewSwitch
              views={[
                { href: views.mine, words: tLog('mine'), current: !filter.office },
                { href: views.office, words: tLog('office'), current: filter.office },
              ]}
            />
          </div>
        }
      />
      {(filter.office || filter.q !== '') && (
        <div className="mb-6">
          <SearchField action={action} label={t('search')} value={filter.q}>
            {Object.entries({ ...hidden, ...(filter.office ? { view: 'office' } : {}) }).map(
              ([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ),
            )}
          </SearchField>
        </div>
      )}
    </>
  );
}
