import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdministratorsView } from '#components/administration/administrators-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { administratorListInput } from '#lib/schemas/administration.ts';
import { doneOf, type PageSearch } from '#lib/server/administration/page-search.ts';
import { listProviderAdministrators } from '#lib/server/administration/provider-administrators.ts';
import { decideSignatory } from '#lib/server/administration/signatory-request.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.administrators');
  return { title: t('title') };
}

type Props = { searchParams: Promise<PageSearch> };

export default async function ProvidersPage({ searchParams }: Props) {
  const actor = await requireActor('agreementAdmin');
  const search = await searchParams;
  const filter = administratorListInput.parse(search);
  const list = await load(listProviderAdministrators, actor, filter);
  const attempt = await loadAttempt(actor, search['attempt'], decideSignatory.name);
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <AdministratorsView
        list={list}
        filter={filter}
        done={doneOf(search)}
        formKey={newId()}
        attempt={attempt}
      />
    </PageBody>
  );
}
