import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HomeView } from '#components/administration/home-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { administrationHome } from '#lib/server/administration/administration-home.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration');
  return { title: t('title') };
}

export default async function AdministrationPage() {
  const actor = await requireActor('providerAdmin');
  return (
    <PageBody>
      <HomeView home={await load(administrationHome, actor, {})} />
    </PageBody>
  );
}
