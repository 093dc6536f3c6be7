import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ImpactPage } from '#components/agreement/impact-page.tsx';
import { ClientMessages } from '#components/frame/client-messages.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { QueryProvider } from '#components/frame/query-provider.tsx';
import { draftIdInput } from '#lib/schemas/agreement-draft.ts';
import { impactProviders } from '#lib/server/agreement/impact-providers.ts';
import { requestImpact } from '#lib/server/agreement/request-impact.ts';
import { showAgreementDraft } from '#lib/server/agreement/show-agreement-draft.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreement.impact');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ draftId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function AgreementImpactPage({ params, searchParams }: Props) {
  const actor = await requireActor('agreementAdmin', 'auditor');
  const path = draftIdInput.safeParse(await params);
  if (!path.success) notFound();
  const search = await searchParams;
  const { id, name, replaces, impact, life } = await load(showAgreementDraft, actor, path.data);
  const attempt = await loadAttempt(actor, search['attempt'], requestImpact.name);
  const providers = impact?.state === 'finished' ? await load(impactProviders, actor, path.data) : [];
  const isAlive = life.status === 'draft' || life.status === 'submitted';
  return (
    <PageBody>
      <ClientMessages features={['agreement']}>
        <QueryProvider>
          <ImpactPage
            id={id}
            name={name}
            replaces={replaces}
            impact={impact}
            providers={providers}
            mayCalculate={isAlive && actor.role === 'agreementAdmin'}
            attempt={attempt}
            formKey={newId()}
          />
        </QueryProvider>
      </ClientMessages>
    </PageBody>
  );
}
