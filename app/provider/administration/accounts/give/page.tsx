import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GiveView } from '#components/administration/give-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { chosenPersonsInput } from '#lib/schemas/administration.ts';
import { ACCOUNTS_PAGE } from '#lib/server/administration/administration-paths.ts';
import { giveRole } from '#lib/server/administration/give-role.ts';
import { ownPath, type PageSearch } from '#lib/server/administration/page-search.ts';
import { showChosenAccounts } from '#lib/server/administration/show-account.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.person');
  return { title: t('give') };
}

type Props = { searchParams: Promise<PageSearch> };

export default async function GivePage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const search = await searchParams;
  const { person } = chosenPersonsInput.parse(search);
  const chosen = await load(showChosenAccounts, actor, { personIds: person });
  const attempt = await loadAttempt(actor, search['attempt'], giveRole.name);
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <GiveView
        {...chosen}
        reach={actor.organisation === 'provider' ? actor.officeScope : []}
        today={today()}
        back={ownPath(`${ACCOUNTS_PAGE}/give`, 'person', person)}
        formKey={newId()}
        attempt={attempt}
      />
    </PageBody>
  );
}
