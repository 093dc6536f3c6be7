import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InviteManyForm } from '#components/administration/invite-many-form.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { inviteMany } from '#lib/server/administration/invite.ts';
import type { PageSearch } from '#lib/server/administration/page-search.ts';
import { accountOptions } from '#lib/server/administration/show-account.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.many');
  return { title: t('title') };
}

type Props = { searchParams: Promise<PageSearch> };

export default async function InviteManyPage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const { offices } = await load(accountOptions, actor, {});
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], inviteMany.name);
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <InviteManyForm formKey={newId()} attempt={attempt} offices={offices} today={today()} />
    </PageBody>
  );
}
