import { useTranslations } from 'next-intl';
import { ComingSwitches } from '#components/admin/coming-switches.tsx';
import { listHref } from '#components/admin/list-href.ts';
import { SerialSwitchers } from '#components/admin/serial-switchers.tsx';
import { UnchosenTable } from '#components/admin/unchosen-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CaseworkerDesk } from '#lib/domain/admin/caseworker-desk.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly desk: CaseworkerDesk;
  /** How many letters about help wait to be sent. */
  readonly letters: number;
  readonly today: PlainDate;
};

/** The caseworker's first page: who has not chosen, what switches are on their way, who switches often. */
export function CaseworkerView({ desk, letters, today }: Props) {
  const t = useTranslations('admin.desk');
  const words = useTranslations('protected-identity.takeOn');
  const ofLetters = useTranslations('assisted.letters');
  const { unchosen, comingSwitches, serialSwitchers } = desk;
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={t('lead', { total: unchosen.total, overdue: unchosen.overdue })}
      />
      <PageSection title={t('unchosen')} note={t('unchosenNote')}>
        {unchosen.total === 0 ? (
          <EmptyState>{t('unchosenEmpty')}</EmptyState>
        ) : (
          <Sheet className="px-6 py-4 max-md:px-4">
            <UnchosenTable unchosen={unchosen.items} today={today} />
            <Pagination
              page={unchosen.page}
              pages={Math.ceil(unchosen.total / unchosen.pageSize)}
              hrefOf={(page) => listHref('/admin', { page })}
            />
          </Sheet>
        )}
      </PageSection>
      <PageSection title={ofLetters('nav')}>
        <p>
          {ofLetters('desk', { count: letters })}{' '}
          <TextLink href="/admin/letters">{ofLetters('open')}</TextLink>
        </p>
      </PageSection>
      <PageSection title={t('switches')} note={t('switchesNote')}>
        <ComingSwitches switches={comingSwitches} />
      </PageSection>
      <PageSection title={t('serial')} note={t('serialNote')}>
        <SerialSwitchers services={serialSwitchers} />
      </PageSection>
      <p className="mt-12">
        <TextLink href="/protected">{words('title')}</TextLink>
      </p>
    </>
  );
}
