import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AssistanceHub } from '#components/assistance/assistance-hub.tsx';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { ProtectSection } from '#components/protected-identity/protect-section.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { showAssistance } from '#lib/server/assistance/show-assistance.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { handOutCode } from '#lib/server/paper-code/hand-out-code.ts';
import { revokeCode } from '#lib/server/paper-code/revoke-code.ts';
import { protectIdentity } from '#lib/server/protected-identity/protect-identity.ts';
import type { Search } from '../../../_choosing/door.ts';
import type { HelpParams } from './helping.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assisted');
  return { title: t('nav') };
}

export default async function HelpParticipantPage(props: { params: HelpParams; searchParams: Search }) {
  const actor = await requireActor('caseworker');
  const { participantId } = await props.params;
  const { attempt, done } = await props.searchParams;
  const [view, handOut, revoke, protect] = await Promise.all([
    load(showAssistance, actor, { participantId }),
    loadAttempt(actor, attempt, handOutCode.name),
    loadAttempt(actor, attempt, revokeCode.name),
    loadAttempt(actor, attempt, protectIdentity.name),
  ]);
  return (
    <HelpPage helped={view.helped} isHub>
      <AttemptSummary attempt={handOut ?? revoke ?? protect} />
      <AssistanceHub
        view={view}
        attempt={handOut}
        protection={
          <ProtectSection
            participantId={view.helped.participantId}
            isProtected={view.helped.isProtected}
            attempt={protect}
            formKey={newId()}
          />
        }
        revoked={done === 'revoked'}
        formKey={newId()}
      />
    </HelpPage>
  );
}
