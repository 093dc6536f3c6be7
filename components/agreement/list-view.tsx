import { useTranslations } from 'next-intl';
import { AgreementTable } from '#components/agreement/version-table.tsx';
import { DraftTable, type DraftTableProps } from '#components/agreement/draft-table.tsx';
import { TermsTable, type TermsTableProps } from '#components/agreement/terms-table.tsx';
import { FormHead } from '#components/agreement/form-head.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Task } from '#components/ui/task-list.tsx';
import type { ListedVersion } from '#lib/domain/agreement/version-draft.ts';

interface AgreementListViewProps {
  overview: {
    readonly agreements: readonly ListedVersion[];
    readonly terms: TermsTableProps['versions'];
    readonly agreementDrafts: DraftTableProps['agreementDrafts'];
    readonly termsDrafts: DraftTableProps['termsDrafts'];
    readonly mayEdit: boolean;
  };
  formKey: string;
}

/** What waits for the reader, what is being drafted, and what is agreed, as published. */
export function AgreementListView({ overview, formKey }: AgreementListViewProps) {
  const t = useTranslations('agreement.list');
  const { agreements, terms, agreementDrafts, termsDrafts, mayEdit } = overview;
  const hasDrafts = agreementDrafts.length + termsDrafts.length > 0;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <Waiting agreementDrafts={agreementDrafts} termsDrafts={termsDrafts} />
      <PageSection title={t('drafts')}>
        {hasDrafts ? (
          <DraftTable agreementDrafts={agreementDrafts} termsDrafts={termsDrafts} />
        ) : (
          <EmptyState>{t('noDrafts')}</EmptyState>
        )}
      </PageSection>
      <PageSection title={t('agreements')}>
        {agreements.length === 0 ? (
          <EmptyState>{t('noAgreements')}</EmptyState>
        ) : (
          <AgreementTable versions={agreements} />
        )}
        {mayEdit && (
          <p className="no-print mt-4">
            <LinkAction href="/admin/agreements/new">{t('new')}</LinkAction>
          </p>
        )}
      </PageSection>
      <PageSection title={t('terms')}>
        {terms.length === 0 ? <EmptyState>{t('noTerms')}</EmptyState> : <TermsTable versions={terms} />}
        {mayEdit && terms[0] !== undefined && (
          <form method="post" action="/api/admin/terms/drafts" className="no-print mt-4">
            <FormHead formKey={formKey} back="/admin/agreements" />
            <input type="hidden" name="replacesId" value={terms[0].id} />
            <Button>{t('newTerms')}</Button>
          </form>
        )}
      </PageSection>
    </>
  );
}

function Waiting({ agreementDrafts, termsDrafts }: DraftTableProps) {
  const t = useTranslations('agreement.list');
  const waiting = [
    ...agreementDrafts.map((draft) => ({
      ...draft,
      href: `/admin/agreements/drafts/${draft.id}`,
      words: draft.name,
    })),
    ...termsDrafts.map((draft) => ({
      ...draft,
      href: `/admin/terms/drafts/${draft.id}`,
      words: t('termsFrom', { date: draft.name }),
    })),
  ].filter(({ waitsForMe }) => waitsForMe);
  if (waiting.length === 0) return null;
  return (
    <Card title={t('waits')} className="max-w-[760px] border-t-4 border-t-accent!">
      <ul>
        {waiting.map(({ id, href, words }) => (
          <Task key={id} href={href} title={words}>
            {t('waitsText')}
          </Task>
        ))}
      </ul>
    </Card>
  );
}
