import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChosenView, NoneChosen } from '#components/administration/chosen-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { chosenPersonsInput } from '#lib/schemas/administration.ts';
import type { PageSearch } from '#lib/server/administration/page-search.ts';
import { showChosenAccounts } from '#lib/server/administration/show-account.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.accounts');
  return { title: t('changeChosen') };
}

type Props = { searchParams: Promise<PageSearch> };

export default async function ChosenPage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const { person } = chosenPersonsInput.parse(await searchParams);
  if (person.length === 0) {
    return (
      <PageBody>
        <NoneChosen />
      </PageBody>
    );
  }
  const { accounts } = await load(showChosenAccounts, actor, { personIds: person });
  return (
    <PageBody>
      <ChosenView accounts={accounts} />
    </PageBody>
  );
}
