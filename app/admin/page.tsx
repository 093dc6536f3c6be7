import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { getActor, requireActor } from '#lib/server/auth/actor.ts';
import { AgreementAdminHome } from './_home/agreement-admin-home.tsx';
import { AuditorHome } from './_home/auditor-home.tsx';
import { CaseworkerHome } from './_home/caseworker-home.tsx';
import type { Search } from './_home/search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin');
  const actor = await getActor();
  if (actor?.role === 'agreementAdmin') return { title: t('contracts.title') };
  return { title: actor?.role === 'auditor' ? t('log.title') : t('desk.title') };
}

type Props = { searchParams: Promise<Search> };

/** The first page of three roles; each sees the part that is its own. */
export default async function AdminPage({ searchParams }: Props) {
  const actor = await requireActor('caseworker', 'agreementAdmin', 'auditor');
  const search = await searchParams;
  return (
    <PageBody>
      {actor.role === 'caseworker' && <CaseworkerHome actor={actor} search={search} />}
      {actor.role === 'agreementAdmin' && <AgreementAdminHome actor={actor} search={search} />}
      {actor.role === 'auditor' && <AuditorHome actor={actor} search={search} />}
    </PageBody>
  );
}
