import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignatoryView } from '#components/administration/signatory-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { whoDecides } from '#lib/domain/administration/governing-role.ts';
import { administrationHome } from '#lib/server/administration/administration-home.ts';
import { doneOf, type PageSearch } from '#lib/server/administration/page-search.ts';
import { decideSignatory, requestSignatory } from '#lib/server/administration/signatory-request.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.signatory');
  return { title: t('title') };
}

type Props = { searchParams: Promise<PageSearch> };

export default async function SignatoryPage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin');
  const search = await searchParams;
  const home = await load(administrationHome, actor, {});
  const ask = await loadAttempt(actor, search['attempt'], requestSignatory.name);
  const decide = await loadAttempt(actor, search['attempt'], decideSignatory.name);
  const attempt = ask ?? decide;
  return (
    <PageBody>
      <Refusal attempt={attempt?.problem.code === 'stepUpRequired' ? null : attempt} />
      <SignatoryView
        isSignatory={home.isSignatory}
        ownRequest={home.ownRequest}
        request={home.requests[0] ?? null}
        whoDecides={whoDecides(home.otherAdministrators)}
        done={doneOf(search)}
        formKey={newId()}
        decisionKey={newId()}
        attempts={{ ask, decide }}
      />
    </PageBody>
  );
}
