import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExperiencePage } from '#components/participant/experience-page.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { ownExperience } from '#lib/server/experience/own-experience.ts';
import { saveExperience } from '#lib/server/experience/save-experience.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participant.experience');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function OwnExperiencePage({ searchParams }: Props) {
  const actor = await requireActor('participant');
  const search = await searchParams;
  const { placementId, experience } = await load(ownExperience, actor, {});
  return (
    <ExperiencePage
      placementId={placementId}
      experience={experience}
      keys={new Map(['new', ...experience.map(({ threadId }) => threadId)].map((id) => [id, newId()]))}
      attempt={await loadAttempt(actor, search['attempt'], saveExperience.name)}
      changing={typeof search['change'] === 'string' ? search['change'] : null}
      done={search['saved'] !== undefined ? 'saved' : search['removed'] !== undefined ? 'removed' : null}
    />
  );
}
