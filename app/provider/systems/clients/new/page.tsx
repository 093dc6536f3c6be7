import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { ClientForm } from '#components/systems/client-form.tsx';
import { createApiClient } from '#lib/server/api-client/create-api-client.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('systems');
  return { title: t('newClient.title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;

type Props = { searchParams: Search };

export default async function NewClientPage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], createApiClient.name);
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <ClientForm formKey={newId()} attempt={attempt} />
    </PageBody>
  );
}
