import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { type CoachesDone, CoachesView } from '#components/intake/coaches-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { coachesOverview } from '#lib/server/intake/coaches-overview.ts';
import { endCover } from '#lib/server/intake/end-cover.ts';
import { undoCoachChange } from '#lib/server/intake/undo-coach-change.ts';
import { isUuid } from '#lib/shared/uuid.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake.coaches');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

const DONE: readonly CoachesDone[] = ['covered', 'ended', 'undone'];

export default async function CoachesPage({ searchParams }: Props) {
  const actor = await requireActor('intake', 'providerAdmin');
  const search = await searchParams;
  const { done, attempt } = search;
  const overview = await load(coachesOverview, actor, {
    done: typeof done === 'string' && isUuid(done) ? done : null,
  });
  return (
    <PageBody>
      <CoachesView
        overview={overview}
        keys={{ undo: newId(), end: new Map(overview.covers.map(({ id }) => [id, newId()])) }}
        attempt={
          (await loadAttempt(actor, attempt, undoCoachChange.name)) ??
          (await loadAttempt(actor, attempt, endCover.name))
        }
        done={DONE.find((what) => search[what] !== undefined) ?? null}
      />
    </PageBody>
  );
}
