import { useLocale, useTranslations } from 'next-intl';
import { ClaimTable } from '#components/payment/claim-table.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { ClaimCandidate, ClaimRow, ClaimStatus } from '#lib/domain/payment/claim.ts';
import type { Paged } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import { formatKronor } from '#lib/shared/money.ts';

interface ClaimsViewProps {
  candidates: readonly ClaimCandidate[];
  claims: Paged<ClaimRow>;
  done: ClaimStatus | null;
}

const BASE = '/payments/claims';

/** Balances that nothing can be set off against, and the claims there are. */
export function ClaimsView({ candidates, claims, done }: ClaimsViewProps) {
  const t = useTranslations('payment.claims');
  return (
    <>
      {done !== null && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done}`)}
        </Notice>
      )}
      <PageHeading title={t('title')} lead={t('lead')} />
      <PageSection title={t('candidates')} note={t('candidatesNote')}>
        {candidates.length === 0 ? (
          <EmptyState>{t('candidatesEmpty')}</EmptyState>
        ) : (
          <ul className="grid gap-4">
            {candidates.map((candidate) => (
              <li key={candidate.statementId}>
                <Card
                  title={candidate.provider.name}
                  level={3}
                  aside={
                    <span>
                      <Amount value={candidate.owedOre} size="lead" exact /> <Example />
                    </span>
                  }
                >
                  <CandidateText candidate={candidate} />
                  <LinkAction href={`${BASE}/propose?statement=${candidate.statementId}`} className="mt-4">
                    {t('propose')}
                  </LinkAction>
                </Card>
              </li>
            ))}
          </ul>
        )}
      </PageSection>
      <PageSection title={t('list')} note={t('listNote')}>
        {claims.total === 0 ? (
          <EmptyState>{t('listEmpty')}</EmptyState>
        ) : (
          <ClaimTable claims={claims.items} />
        )}
        <Pagination page={claims.page} pages={claims.pages} hrefOf={(page) => `${BASE}?page=${page}`} />
      </PageSection>
    </>
  );
}

/** Why a balance can be claimed, and what may still come. */
export function CandidateText({ candidate }: { candidate: ClaimCandidate }) {
  const t = useTranslations('payment.claims');
  const locale = useLocale();
  const { provider, cutOff, mayComeOre } = candidate;
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">
        {formatOrgNo(provider.orgNo)}. {t('from', { date: formatDate(cutOff, locale) })}.
      </p>
      <p>{t('why', { date: formatDate(cutOff, locale) })}</p>
      {mayComeOre > 0 && <p>{t('mayCome', { amount: formatKronor(mayComeOre, locale) })}</p>}
    </div>
  );
}
