import { useTranslations } from 'next-intl';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { AcceptProblem, LinkedInvitation } from '#lib/domain/administration/invitation.ts';

interface InvitationPageProps {
  token: string;
  invitation: LinkedInvitation | null;
  /** Why it was not taken a moment ago. */
  problem: AcceptProblem | null;
  /** Who is logged in in this browser. */
  loggedInAs: string | null;
}

/** Behind the link in an invitation: what it is, or why it cannot be used and what to do. */
export function InvitationPage({ token, invitation, problem, loggedInAs }: InvitationPageProps) {
  const t = useTranslations('administration.invitation');
  const state = problem ?? invitation?.state ?? 'missing';
  if (invitation === null || state !== 'open') {
    const trouble = state === 'open' ? 'missing' : state;
    return (
      <>
        <PageHeading title={t(`${trouble}.title`)} lead={t(`${trouble}.text`)} />
        <LinkAction href="/login">{t('login')}</LinkAction>
      </>
    );
  }
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { provider: invitation.providerName })} />
      <InvitationFacts invitation={invitation} />
      {loggedInAs !== null && (
        <Notice tone="warn" className="mt-6">
          {t('loggedIn', { name: loggedInAs })}
        </Notice>
      )}
      <p className="mt-6 max-w-measure text-ink-2">{t('how')}</p>
      <form method="post" action={`/api/invitation/${token}`} className="mt-6">
        <Button look="go" big>
          {t('submit')}
        </Button>
      </form>
    </>
  );
}

function InvitationFacts({ invitation }: { invitation: LinkedInvitation }) {
  const t = useTranslations('administration.invitation');
  const tRole = useTranslations('auth.role');
  const { name, roles, invitedBy, byAuthority, expiresAt } = invitation;
  return (
    <DescriptionList
      className="max-w-[620px]"
      facts={[
        { term: t('for'), detail: name },
        { term: t('as'), detail: roles.map((role) => tRole(role)).join(', ') },
        { term: t('by'), detail: byAuthority ? t('byAuthority', { name: invitedBy }) : invitedBy },
        { term: t('until'), detail: <InstantText instant={expiresAt} /> },
      ]}
    />
  );
}
