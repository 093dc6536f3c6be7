import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RelatedCompanies } from '#components/administration/related-companies.tsx';
import { ProviderAdministratorsView } from '#components/administration/provider-administrators-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { providerInput } from '#lib/schemas/administration.ts';
import { inviteAdministrator } from '#lib/server/administration/invite-administrator.ts';
import { doneOf, type PageSearch } from '#lib/server/administration/page-search.ts';
import { showProviderAdministrators } from '#lib/server/administration/provider-administrators.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { endRelatedCompany } from '#lib/server/related-company/end-related-company.ts';
import { listRelatedCompanies } from '#lib/server/related-company/list-related-companies.ts';
import { registerRelatedCompany } from '#lib/server/related-company/register-related-company.ts';

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
  const companyAttempt =
    (await loadAttempt(actor, search['attempt'], registerRelatedCompany.name)) ??
    (await loadAttempt(actor, search['attempt'], endRelatedCompany.name));
  const related = search['related'];
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <AttemptSummary attempt={companyAttempt} />
      <ProviderAdministratorsView
        provider={provider}
        done={doneOf(search)}
        formKey={newId()}
        attempt={attempt}
        newKey={newId}
      />
      <RelatedCompanies
        providerId={provider.providerId}
        companies={await load(listRelatedCompanies, actor, asked.data)}
        today={today()}
        done={related === 'registered' || related === 'ended' ? related : null}
        attempt={companyAttempt}
        newKey={newId}
      />
    </PageBody>
  );
}
