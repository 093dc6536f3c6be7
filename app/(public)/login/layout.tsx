import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { env } from '#lib/server/env.ts';

export default function LoginLayout({ children }: { children: ReactNode }) {
  return (
    <ParticipantFrame trial={env().PORTAL_SEED !== 'none'} home="/">
      <PageBody>{children}</PageBody>
    </ParticipantFrame>
  );
}
