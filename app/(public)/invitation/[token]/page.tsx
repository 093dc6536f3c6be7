import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvitationPage } from '#components/administration/invitation-page.tsx';
import { acceptProblemQuery } from '#lib/schemas/administration.ts';
import type { PageSearch } from '#lib/server/administration/page-search.ts';
import { findInvitation } from '#lib/server/auth/accept-invitation.ts';
import { getSession } from '#lib/server/auth/actor.ts';
import { authContext } from '#lib/server/auth/context.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.invitation');
  return { title: t('title'), robots: { index: false, follow: false } };
}

type Props = { params: Promise<{ token: string }>; searchParams: Promise<PageSearch> };

export default async function InvitedPage({ params, searchParams }: Props) {
  const { token } = await params;
  const session = await getSession();
  return (
    <InvitationPage
      token={token}
      invitation={await findInvitation(authContext(), token)}
      problem={acceptProblemQuery.parse(await searchParams).problem}
      loggedInAs={session === null ? null : `${session.givenName} ${session.familyName}`}
    />
  );
}
