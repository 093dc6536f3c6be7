import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AgreementView } from '#components/agreement/version-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { publishedAgreement } from '#lib/server/admin/published-versions.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.agreement');
  return { title: t('title') };
}

type Props = { params: Promise<{ agreementVersionId: string }> };

export default async function AgreementPage({ params }: Props) {
  const actor = await requireActor('agreementAdmin', 'auditor');
  const { agreementVersionId } = await params;
  const published = await load(publishedAgreement, actor, {
    agreementVersionId: decodeURIComponent(agreementVersionId),
  });
  return (
    <PageBody>
      <AgreementView published={published} mayEdit={actor.role === 'agreementAdmin'} />
    </PageBody>
  );
}
