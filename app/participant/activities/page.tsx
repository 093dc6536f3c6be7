import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnActivitiesPage, SAID_OF_ACTIVITIES } from '#components/participant/own-activities-page.tsx';
import { ownActivitiesInput } from '#lib/schemas/activity-answer.ts';
import { confirmMonth } from '#lib/server/activity-answer/confirm-month.ts';
import { giveAnswer } from '#lib/server/activity-answer/give-answer.ts';
import { listOwnActivities } from '#lib/server/activity-answer/list-own-activities.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import type { Search } from '../search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own-activities');
  return { title: t('title') };
}

export default async function ActivitiesPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const search = await searchParams;
  const own = await load(listOwnActivities, actor, ownActivitiesInput.parse(search));
  const given = await loadAttempt(actor, search['attempt'], giveAnswer.name);
  const attempt = given ?? (await loadAttempt(actor, search['attempt'], confirmMonth.name));
  const about = search['dispute'];
  return (
    <OwnActivitiesPage
      own={own}
      said={SAID_OF_ACTIVITIES.find((said) => said === search['said']) ?? null}
      saidOf={typeof search['month'] === 'string' ? search['month'] : null}
      attempt={attempt}
      formKey={newId}
      disputing={typeof about === 'string' ? { about, formKey: newId(), attempt: given } : null}
    />
  );
}
