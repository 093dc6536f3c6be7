import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AgreementListView } from '#components/agreement/list-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { agreementsOverview } from '#lib/server/agreement/agreements-overview.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreement.list');
  return { title: t('title') };
}

export default async function AgreementsPage() {
  const actor = await requireActor('agreementAdmin', 'auditor');
  return (
    <PageBody>
      <AgreementListView overview={await load(agreementsOverview, actor, {})} formKey={newId()} />
    </PageBody>
  );
}
