import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { NewEndpointForm } from '#components/systems/new-endpoint-form.tsx';
import { createWebhook } from '#lib/server/webhook/create-webhook.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('systems');
  return { title: t('newWebhook.title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;

type Props = { searchParams: Search };

export default async function NewWebhookPage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], createWebhook.name);
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <NewEndpointForm formKey={newId()} attempt={attempt} />
    </PageBody>
  );
}
