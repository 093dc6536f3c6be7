import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RightsPage } from '#components/participant/rights-page.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { sendComplaint } from '#lib/server/complaint/send-complaint.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { showRights } from '#lib/server/participant/show-rights.ts';
import type { Search } from '../search.ts';
import { supportPhone } from '../support-phone.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own-rights');
  return { title: t('title') };
}

export default async function OwnRightsPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const { sent, attempt } = await searchParams;
  const own = await load(showRights, actor, {});
  return (
    <RightsPage
      own={own}
      phone={await supportPhone()}
      sent={own.complaints.find(({ id }) => id === sent)}
      attempt={await loadAttempt(actor, attempt, sendComplaint.name)}
      formKey={newId()}
    />
  );
}
