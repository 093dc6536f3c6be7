import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { CodeStrip } from '#components/paper-code/code-strip.tsx';
import { env } from '#lib/server/env.ts';
import { getCodeSession } from '#lib/server/paper-code/code-request.ts';
import { supportPhone } from '../../participant/support-phone.ts';

/** Round the pages of a code on paper. Each page itself decides who may see it. */
export default async function CodeLayout({ children }: { children: ReactNode }) {
  const [session, phone] = await Promise.all([getCodeSession(), supportPhone()]);
  return (
    <ParticipantFrame trial={env().PORTAL_SEED !== 'none'} home="/code" phone={phone ?? undefined}>
      {session !== null && (
        <CodeStrip givenName={session.givenName} chosen={session.actor.choiceId !== null} />
      )}
      <PageBody>{children}</PageBody>
    </ParticipantFrame>
  );
}
