import { useTranslations } from 'next-intl';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Status } from '#components/ui/status.tsx';
import { Task } from '#components/ui/task-list.tsx';

interface HomeViewProps {
  home: {
    readonly people: number;
    readonly invited: number;
    readonly systems: number;
    readonly offices: number;
    readonly presented: number;
    readonly submitted: number;
    readonly returned: number;
    readonly requests: readonly unknown[];
    readonly ownRequest: unknown;
    readonly isSignatory: boolean;
  };
}

/** Everything that an administrator looks after, and what of it waits. */
export function HomeView({ home }: HomeViewProps) {
  const t = useTranslations('administration');
  const { requests, ownRequest, isSignatory, returned, submitted } = home;
  return (
    <>
      <PageHeading title={t('title')} lead={t('home.lead')} />
      <PageSection title={t('home.people')}>
        <ul>
          {requests.length > 0 && (
            <Task
              href="/provider/administration/signatory"
              title={t('home.requests')}
              status={<Status tone="warn">{t('home.requestsText', { count: requests.length })}</Status>}
            />
          )}
          <Task href="/provider/administration/accounts" title={t('home.accounts')}>
            {t('home.accountsText', { people: home.people, invited: home.invited })}
          </Task>
          {!isSignatory && (
            <Task
              href="/provider/administration/signatory"
              title={t('home.signatory')}
              status={
                ownRequest === null ? undefined : <Status tone="wait">{t('home.signatoryWaits')}</Status>
              }
            >
              {t('home.signatoryText')}
            </Task>
          )}
        </ul>
      </PageSection>
      <PageSection title={t('home.outwards')}>
        <ul>
          <Task
            href="/provider/administration/presentations"
            title={t('home.presentation')}
            status={
              returned > 0 ? (
                <Status tone="warn">{t('home.returned', { count: returned })}</Status>
              ) : submitted > 0 ? (
                <Status tone="wait">{t('home.submitted', { count: submitted })}</Status>
              ) : undefined
            }
          >
            {t('home.presentationText', { presented: home.presented, offices: home.offices })}
          </Task>
        </ul>
      </PageSection>
      <PageSection title={t('home.connections')}>
        <ul>
          <Task href="/provider/bank-account" title={t('home.bank')}>
            {t('home.bankText')}
          </Task>
          <Task href="/provider/systems" title={t('home.systems')}>
            {t('home.systemsText', { systems: home.systems })}
          </Task>
          <Task href="/provider/export" title={t('home.export')}>
            {t('home.exportText')}
          </Task>
        </ul>
      </PageSection>
    </>
  );
}
