import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { ClientView } from '#components/systems/client-view.tsx';
import { apiClientIdInput, apiClientQuery } from '#lib/schemas/api-client.ts';
import { revokeApiClient } from '#lib/server/api-client/revoke-api-client.ts';
import { rotateApiClient } from '#lib/server/api-client/rotate-api-client.ts';
import {
  giveStandingSignature,
  withdrawStandingSignature,
} from '#lib/server/api-client/standing-signature.ts';
import { showApiClient } from '#lib/server/api-client/systems-queries.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('systems');
  return { title: t('title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;

type Props = { params: Promise<{ apiClientId: string }>; searchParams: Search };

export default async function ClientPage({ params, searchParams }: Props) {
  const actor = await requireActor('providerAdmin', 'signatory');
  const asked = apiClientIdInput.safeParse(await params);
  if (!asked.success) notFound();
  const { client, mayDecide } = await load(showApiClient, actor, asked.data);
  const search = await searchParams;
  const typed = (command: string) => loadAttempt(actor, search['attempt'], command);
  const standing = await typed(giveStandingSignature.name);
  const rotate = await typed(rotateApiClient.name);
  const end = await typed(revokeApiClient.name);
  const attempt = standing ?? rotate ?? end ?? (await typed(withdrawStandingSignature.name));
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <ClientView
        client={client}
        may={{
          administer: mayDecide && actor.role === 'providerAdmin',
          sign: mayDecide && actor.role === 'signatory',
          decide: mayDecide,
        }}
        done={apiClientQuery.parse(search).done}
        formKeys={{ standing: newId(), rotate: newId(), end: newId() }}
        attempts={{ standing, rotate, end }}
      />
    </PageBody>
  );
}
