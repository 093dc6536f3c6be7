import { useTranslations } from 'next-intl';
import { useOwnProblems } from '#components/participant/own-problems.ts';
import { PlanShareForm } from '#components/participant/plan-share-form.tsx';
import { PlanShareItem } from '#components/participant/plan-share-item.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { OwnPlanShares } from '#lib/domain/plan-share/plan-share.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly own: OwnPlanShares;
  /** Where a link that was just made leads; null where none was, or it has been looked at. */
  readonly address: string | null;
  readonly isClosed: boolean;
  readonly attempt: KeptForm | null;
  readonly formKey: () => string;
};

const REFUSALS = ['placementOver', 'protectedShare', 'tooManyShares'] as const;

/** The links that the participant has made to their plan, and a new one. */
export function PlanSharePage({ own, address, isClosed, attempt, formKey }: Props) {
  const t = useTranslations('own-plan.share');
  const refused = REFUSALS.find((code) => code === own.refused);
  const kept = useOwnProblems(attempt);
  return (
    <>
      <AttemptSummary attempt={kept} />
      <PageHeading title={t('title')} lead={t('lead')}>
        <p className="mt-2 max-w-lead">{t('only')}</p>
      </PageHeading>
      <div className="grid gap-5">
        {address !== null && (
          <Notice tone="ok" title={t('madeTitle')}>
            <p>{t('made')}</p>
            <p className="mt-3 font-medium">{t('address')}</p>
            <p className="wrap-anywhere select-all">
              <bdi>{address}</bdi>
            </p>
          </Notice>
        )}
        {isClosed && attempt === null && <Notice tone="ok">{t('closed')}</Notice>}
        {!own.hasPlan && <EmptyState>{t('noPlan')}</EmptyState>}
        {refused !== undefined && <Notice>{t(`refused.${refused}`)}</Notice>}
        {own.hasPlan && refused === undefined && (
          <Card title={t('make')}>
            <PlanShareForm attempt={kept} formKey={formKey()} />
          </Card>
        )}
        <Card title={t('mine')}>
          {own.shares.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <>
              <p className="mb-3 max-w-measure text-ink-2">{t('madeAgain')}</p>
              <ul>
                {own.shares.map((share) => (
                  <PlanShareItem key={share.id} share={share} now={new Date(own.now)} formKey={formKey()} />
                ))}
              </ul>
            </>
          )}
        </Card>
        <p>
          <LinkAction big href="/participant/plan">
            {t('back')}
          </LinkAction>
        </p>
      </div>
    </>
  );
}
