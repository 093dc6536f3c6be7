import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChangeView } from '#components/administration/change-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { chosenRolesInput } from '#lib/schemas/administration.ts';
import { ACCOUNTS_PAGE } from '#lib/server/administration/administration-paths.ts';
import { changeRoles } from '#lib/server/administration/change-roles.ts';
import { ownPath, type PageSearch } from '#lib/server/administration/page-search.ts';
import { showChosenRoles } from '#lib/server/administration/show-account.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.person');
  return { title: t('change') };
}

type Props = { searchParams: Promise<PageSearch> };

export default async function ChangePage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const search = await searchParams;
  const { role } = chosenRolesInput.parse(search);
  const chosen = await load(showChosenRoles, actor, { membershipIds: role });
  const attempt = await loadAttempt(actor, search['attempt'], changeRoles.name);
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <ChangeView
        {...chosen}
        reach={actor.organisation === 'provider' ? actor.officeScope : []}
        today={today()}
        back={ownPath(`${ACCOUNTS_PAGE}/change`, 'role', role)}
        formKey={newId()}
        attempt={attempt}
      />
    </PageBody>
  );
}
