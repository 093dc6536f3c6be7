import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { EndpointView } from '#components/systems/endpoint-view.tsx';
import { endpointIdInput, webhookPageQuery } from '#lib/schemas/webhook-input.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { changeWebhook } from '#lib/server/webhook/change-webhook.ts';
import { rotateWebhook } from '#lib/server/webhook/rotate-webhook.ts';
import { sendAgain, testWebhook } from '#lib/server/webhook/send-commands.ts';
import { DELIVERIES_A_PAGE, showWebhook } from '#lib/server/webhook/show-webhook.ts';
import { pauseWebhook, removeWebhook, resumeWebhook } from '#lib/server/webhook/webhook-state-commands.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('systems');
  return { title: t('webhook.title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;

type Props = { params: Promise<{ endpointId: string }>; searchParams: Search };

const WITHOUT_FIELDS = [pauseWebhook.name, resumeWebhook.name, testWebhook.name, sendAgain.name];

export default async function WebhookPage({ params, searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const asked = endpointIdInput.safeParse(await params);
  if (!asked.success) notFound();
  const search = await searchParams;
  const { page, sent, done } = webhookPageQuery.parse(search);
  const shown = await load(showWebhook, actor, { ...asked.data, page, sent });
  const typed = (command: string) => loadAttempt(actor, search['attempt'], command);
  const [change, rotate, end, ...others] = await Promise.all(
    [changeWebhook.name, rotateWebhook.name, removeWebhook.name, ...WITHOUT_FIELDS].map(typed),
  );
  const attempts = { change: change ?? null, rotate: rotate ?? null, end: end ?? null };
  const refused = [...Object.values(attempts), ...others].find((attempt) => attempt !== null) ?? null;
  return (
    <PageBody>
      <Refusal attempt={refused} />
      <EndpointView
        shown={shown}
        page={page}
        pages={Math.ceil(shown.total / DELIVERIES_A_PAGE)}
        done={done}
        formKeys={{ change: newId(), rotate: newId(), end: newId(), send: newId(), again: newId() }}
        attempts={attempts}
      />
    </PageBody>
  );
}
