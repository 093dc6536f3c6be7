import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';

export interface LandingProps {
  /** Where one's own pages are, for who is logged in already. */
  ownPages: string | null;
}

/** What the portal is, and its doors. */
export function Landing({ ownPages }: LandingProps) {
  const t = useTranslations('provider-search.landing');
  const tFrame = useTranslations('frame');
  const login = ownPages === null && (
    <LinkAction look="go" big href="/login" className="mt-auto">
      {t('login')}
    </LinkAction>
  );
  return (
    <>
      <PageHeading title={<span className="max-sm:text-2xl">{t('title')}</span>} lead={t('lead')}>
        {ownPages !== null && (
          <LinkAction look="go" big href={ownPages} className="mt-6">
            {t('continue')}
          </LinkAction>
        )}
      </PageHeading>
      <div className="grid gap-5 lg:grid-cols-3">
        <Card title={t('participant')} className="flex flex-col">
          <p className="mb-5">{t('participantText')}</p>
          {login}
        </Card>
        <Card title={t('staff')} className="flex flex-col">
          <p className="mb-5">{t('staffText')}</p>
          {login}
        </Card>
        <Card title={t('public')} className="flex flex-col">
          <p className="mb-5">{t('publicText')}</p>
          <LinkAction big href="/providers" className="mt-auto">
            {t('providers')}
          </LinkAction>
          <LinkAction big href="/calculator" className="mt-3">
            {tFrame('calculator')}
          </LinkAction>
        </Card>
      </div>
    </>
  );
}
