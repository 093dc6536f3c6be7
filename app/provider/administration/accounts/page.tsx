import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountsView } from '#components/administration/accounts-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { accountListInput } from '#lib/schemas/administration.ts';
import { resendInvitation, revokeInvitation } from '#lib/server/administration/invitation-commands.ts';
import { listAccounts } from '#lib/server/administration/list-accounts.ts';
import { doneOf, type PageSearch } from '#lib/server/administration/page-search.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.accounts');
  return { title: t('title') };
}

type Props = { searchParams: Promise<PageSearch> };

export default async function AccountsPage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const search = await searchParams;
  const filter = accountListInput.parse(search);
  const list = await load(listAccounts, actor, filter);
  const attempt =
    (await loadAttempt(actor, search['attempt'], resendInvitation.name)) ??
    (await loadAttempt(actor, search['attempt'], revokeInvitation.name));
  return (
    <PageBody>
      <Refusal attempt={attempt} />
      <AccountsView list={list} filter={filter} done={doneOf(search)} newKey={newId} />
    </PageBody>
  );
}
