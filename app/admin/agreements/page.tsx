import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AgreementListView } from '#components/admin/agreement-list-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { publishedVersions } from '#lib/server/admin/published-versions.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.agreements');
  return { title: t('title') };
}

export default async function AgreementsPage() {
  const actor = await requireActor('agreementAdmin');
  return (
    <PageBody>
      <AgreementListView versions={await load(publishedVersions, actor, {})} />
    </PageBody>
  );
}
