import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeadlinePanel } from '#components/choice/deadline-panel.tsx';
import { OwnHelpNotice } from '#components/choice/own-help.tsx';
import { Overlap } from '#components/choice/overlap.tsx';
import { PendingSwitchNotice } from '#components/choice/pending-switch.tsx';
import { WhiteSpot } from '#components/choice/white-spot.tsx';
import { Refusal } from '#components/choice/refusal.tsx';
import { HomePage } from '#components/participant/home-page.tsx';
import { HomeTasks } from '#components/participant/home-tasks.tsx';
import { OwnDecisionsCard } from '#components/participant/own-decisions.tsx';
import { OwnWorkCard } from '#components/participant/own-work-card.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import type { ToChoose } from '#lib/domain/participant/own-situation.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { showHome } from '#lib/server/participant/show-home.ts';
import { undoSwitch } from '#lib/server/provider-switch/undo-switch.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { Search } from './search.ts';
import { supportPhone } from './support-phone.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participant.nav');
  return { title: t('home') };
}

export default async function ParticipantHome({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], undoSwitch.name);
  const { situation, today, planDays, decided, work, help, unanswered, assignedChoiceId } = await load(
    showHome,
    actor,
    {},
  );
  const { toChoose } = situation;
  return (
    <>
      <Refusal attempt={attempt} />
      <HomePage
        name={actor.givenName}
        situation={situation}
        today={today}
        planDays={planDays}
        tasks={
          <>
            <OwnHelpNotice help={help === null ? [] : [help]} />
            <HomeTasks situation={situation} unanswered={unanswered} assignedChoiceId={assignedChoiceId} />
          </>
        }
        decisions={
          <>
            <OwnDecisionsCard {...decided} />
            {work !== null && <OwnWorkCard work={work} />}
          </>
        }
        deadline={toChoose !== null && (await whatToChoose(toChoose, today))}
        pendingSwitch={
          <PendingSwitchNotice
            base="/participant"
            situation={situation}
            formKey={newId()}
            back="/participant"
          />
        }
      />
    </>
  );
}

/** By when to choose; or why nobody can be chosen. */
async function whatToChoose({ nobody, helpedUntil, chooseBy }: ToChoose, today: PlainDate) {
  if (helpedUntil !== null) return <Overlap helpedUntil={helpedUntil} />;
  if (nobody) return <WhiteSpot phone={await supportPhone()} />;
  const t = await getTranslations('participant.home');
  const choose = (
    <LinkAction big href="/participant/choose">
      {t('choose')}
    </LinkAction>
  );
  return <DeadlinePanel chooseBy={chooseBy} today={today} action={choose} />;
}
