import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TermsView } from '#components/agreement/terms-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { publishedTerms } from '#lib/server/admin/published-versions.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.agreements');
  return { title: t('terms') };
}

type Props = { params: Promise<{ termsVersionId: string }> };

export default async function TermsPage({ params }: Props) {
  const actor = await requireActor('agreementAdmin', 'auditor');
  const { termsVersionId } = await params;
  const published = await load(publishedTerms, actor, { termsVersionId: decodeURIComponent(termsVersionId) });
  return (
    <PageBody>
      <TermsView published={published} />
    </PageBody>
  );
}
