import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantListView } from '#components/participants/participant-list-view.tsx';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { isReference } from '#lib/domain/placement/implementation-reference.ts';
import { participantListInput } from '#lib/schemas/participant-list.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load } from '#lib/server/http/page.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';
import { participantList } from '#lib/server/placement/participant-list.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participants');
  return { title: t('list.title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ParticipantsPage({ searchParams }: Props) {
  const actor = await requireActor(...PROVIDER_ROLES);
  const search = await searchParams;
  const asked = participantListInput.safeParse(search);
  const filter = asked.success ? asked.data : participantListInput.parse({});
  const list = await load(participantList, actor, filter);
  const [only] = list.participants;
  // Whoever types a whole reference means one participant.
  if (isReference(filter.q) && only !== undefined) redirect(`/provider/participants/${only.placementId}`);
  return (
    <PageBody>
      <ParticipantListView
        list={list}
        filter={filter}
        today={today()}
        isCoach={actor.role === 'coach'}
        mayAssign={holdsMandate(actor, assignCoach.mandates)}
      />
    </PageBody>
  );
}
