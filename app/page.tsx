import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { Landing } from '#components/choice/search/landing.tsx';
import { homePath } from '#lib/domain/actor/front-door.ts';
import { getSession } from '#lib/server/auth/actor.ts';
import { env } from '#lib/server/env.ts';

export default async function FrontPage() {
  const session = await getSession();
  const ownPages =
    session === null ? null : session.actor === null ? '/choose-role' : homePath(session.actor.role);
  return (
    <ParticipantFrame trial={env().PORTAL_SEED !== 'none'} home="/">
      <PageBody>
        <Landing ownPages={ownPages} />
      </PageBody>
    </ParticipantFrame>
  );
}
