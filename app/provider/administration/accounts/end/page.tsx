import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EndView } from '#components/administration/end-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { chosenRolesInput } from '#lib/schemas/administration.ts';
import { ACCOUNTS_PAGE } from '#lib/server/administration/administration-paths.ts';
import { endRoles } from '#lib/server/administration/end-roles.ts';
import { ownPath, type PageSearch } from '#lib/server/administration/page-search.ts';
import { showChosenRoles } from '#lib/server/administration/show-account.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.end');
  return { title: t('title') };
}

type Props = { searchParams: Promise<PageSearch> };

export default async function EndPage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const search = await searchParams;
  const { role } = chosenRolesInput.parse(search);
  const { accounts, consequences } = await load(showChosenRoles, actor, { membershipIds: role });
  const attempt = await loadAttempt(actor, search['attempt'], endRoles.name);
  return (
    <PageBody>
      <Refusal attempt={attempt} />
      <EndView
        accounts={accounts}
        consequences={consequences}
        isSelf={accounts.some(({ personId }) => personId === actor.personId)}
        back={ownPath(`${ACCOUNTS_PAGE}/end`, 'role', role)}
        formKey={newId()}
        attempt={attempt}
      />
    </PageBody>
  );
}
