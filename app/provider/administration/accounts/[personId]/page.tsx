import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountView } from '#components/administration/account-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { personInput } from '#lib/schemas/administration.ts';
import { restoreRoles } from '#lib/server/administration/end-roles.ts';
import { doneOf, type PageSearch } from '#lib/server/administration/page-search.ts';
import { showAccount } from '#lib/server/administration/show-account.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.accounts');
  return { title: t('title') };
}

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<PageSearch> };

export default async function AccountPage({ params, searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const asked = personInput.safeParse(await params);
  if (!asked.success) notFound();
  const { account, isSelf } = await load(showAccount, actor, asked.data);
  const search = await searchParams;
  return (
    <PageBody>
      <Refusal attempt={await loadAttempt(actor, search['attempt'], restoreRoles.name)} />
      <AccountView account={account} isSelf={isSelf} done={doneOf(search)} newKey={newId} />
    </PageBody>
  );
}
