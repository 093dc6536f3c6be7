import { useLocale, useTranslations } from 'next-intl';
import { AgreementRules } from '#components/agreement/rules-view.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { PublishedAgreement } from '#lib/domain/admin/published-versions.ts';
import { formatDate } from '#lib/shared/format-date.ts';

type Props = { readonly published: PublishedAgreement; readonly mayEdit: boolean };

/** One agreement version: everything about money that is agreed. */
export function AgreementView({ published, mayEdit }: Props) {
  const t = useTranslations('admin');
  const follow = useTranslations('agreement.list')('follow');
  const locale = useLocale();
  const { id, name, publishedOn, agreement } = published;
  return (
    <>
      <Breadcrumbs above={[{ href: '/admin/agreements', words: t('nav.agreements') }]} here={name} />
      <PageHeading title={name} lead={t('agreement.lead', { id, date: formatDate(publishedOn, locale) })}>
        {mayEdit && (
          <p className="no-print mt-4">
            <LinkAction href={`/admin/agreements/new?from=${encodeURIComponent(id)}`}>{follow}</LinkAction>
          </p>
        )}
      </PageHeading>
      <AgreementRules agreement={agreement} />
    </>
  );
}
