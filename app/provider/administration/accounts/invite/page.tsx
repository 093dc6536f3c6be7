import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InviteForm } from '#components/administration/invite-form.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { invite } from '#lib/server/administration/invite.ts';
import type { PageSearch } from '#lib/server/administration/page-search.ts';
import { accountOptions } from '#lib/server/administration/show-account.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.invite');
  return { title: t('title') };
}

type Props = { searchParams: Promise<PageSearch> };

export default async function InvitePage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const options = await load(accountOptions, actor, {});
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], invite.name);
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <InviteForm formKey={newId()} attempt={attempt} today={today()} {...options} />
    </PageBody>
  );
}
