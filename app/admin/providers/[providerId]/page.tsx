import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ProviderAdministratorsView } from '#components/administration/provider-administrators-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { providerInput } from '#lib/schemas/administration.ts';
import { inviteAdministrator } from '#lib/server/administration/invite-administrator.ts';
import { doneOf, type PageSearch } from '#lib/server/administration/page-search.ts';
import { showProviderAdministrators } from '#lib/server/administration/provider-administrators.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.administrators');
  return { title: t('title') };
}

type Props = { params: Promise<{ providerId: string }>; searchParams: Promise<PageSearch> };

export default async function ProviderPage({ params, searchParams }: Props) {
  const actor = await requireActor('agreementAdmin');
  const asked = providerInput.safeParse(await params);
  if (!asked.success) notFound();
  const provider = await load(showProviderAdministrators, actor, asked.data);
  const search = await searchParams;
  const attempt = await loadAttempt(actor, search['attempt'], inviteAdministrator.name);
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <ProviderAdministratorsView
        provider={provider}
        done={doneOf(search)}
        formKey={newId()}
        attempt={attempt}
        newKey={newId}
      />
    </PageBody>
  );
}
