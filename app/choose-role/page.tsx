import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { landingPath } from '#lib/domain/actor/front-door.ts';
import { sessionToken } from '#lib/server/auth/actor.ts';
import { authContext } from '#lib/server/auth/context.ts';
import { listMemberships } from '#lib/server/auth/membership.ts';
import { toReturnPath } from '#lib/shared/i18n/return-path.ts';
import { MembershipChoice } from './membership-choice.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.choose');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ChooseRolePage({ searchParams }: Props) {
  const { problem, returnTo: asked } = await searchParams;
  const returnTo = toReturnPath(typeof asked === 'string' ? asked : null);
  const t = await getTranslations('auth.choose');
  const memberships = await listMemberships(authContext(), await sessionToken());
  const [first] = memberships;
  if (first === undefined) return <PageHeading title={t('noneTitle')} lead={t('noneText')} />;
  if (memberships.length === 1 && first.picked) redirect(landingPath(first.role, returnTo));
  return (
    <>
      {problem === 'notYours' && (
        <div className="mb-8">
          <Notice tone="warn">{t('notYours')}</Notice>
        </div>
      )}
      <PageHeading title={t('title')} lead={t('lead')} />
      <MembershipChoice memberships={memberships} returnTo={returnTo} />
    </>
  );
}
