import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { IntakeView } from '#components/intake/intake-view.tsx';
import { intakeListInput } from '#lib/schemas/intake.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { intakeList } from '#lib/server/intake/intake-list.ts';
import { undoCoachChange } from '#lib/server/intake/undo-coach-change.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';
import { isUuid } from '#lib/shared/uuid.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function IntakePage({ searchParams }: Props) {
  const actor = await requireActor('intake', 'providerAdmin');
  const search = await searchParams;
  const asked = intakeListInput.safeParse(search);
  const filter = asked.success ? asked.data : intakeListInput.parse({});
  const { done, attempt, undone } = search;
  const list = await load(intakeList, actor, {
    ...filter,
    done: typeof done === 'string' && isUuid(done) ? done : null,
  });
  return (
    <PageBody>
      <IntakeView
        list={list}
        filter={filter}
        keys={{ assign: newId(), undo: newId() }}
        attempts={{
          assign: await loadAttempt(actor, attempt, assignCoach.name),
          undo: await loadAttempt(actor, attempt, undoCoachChange.name),
        }}
        undone={undone !== undefined}
      />
    </PageBody>
  );
}
