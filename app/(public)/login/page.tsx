import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { landingPath } from '#lib/domain/actor/front-door.ts';
import { getSession } from '#lib/server/auth/actor.ts';
import { withReturnTo } from '#lib/server/auth/http.ts';
import { LoginForm } from './login-form.tsx';
import { readLoginSearch, type Search } from './login-search.ts';
import { LoginTrouble } from './login-trouble.tsx';

type Props = { searchParams: Search };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { problem } = await readLoginSearch(searchParams);
  const t = await getTranslations('auth');
  return { title: problem === null ? t('login.title') : t(`problem.${problem}.title`) };
}

export default async function LoginPage({ searchParams }: Props) {
  const { problem, notice, returnTo } = await readLoginSearch(searchParams);
  const [t, session] = await Promise.all([getTranslations('auth'), getSession()]);
  const name = session === null ? '' : `${session.givenName} ${session.familyName}`;
  const onwards =
    session?.actor == null
      ? withReturnTo('/choose-role', returnTo)
      : landingPath(session.actor.role, returnTo);
  return (
    <>
      {notice !== null && session === null && (
        <div className="mb-8">
          <Notice tone={notice === 'loggedOut' ? 'ok' : 'wait'}>{t(`notice.${notice}`)}</Notice>
        </div>
      )}
      {problem === null ? (
        <PageHeading title={t('login.title')} lead={t('login.lead')} />
      ) : (
        <LoginTrouble problem={problem} />
      )}
      {session !== null && (
        <Notice
          action={
            <LinkAction look="go" href={onwards}>
              {t('login.continue', { name })}
            </LinkAction>
          }
        >
          {t('login.already', { name })}
        </Notice>
      )}
      <LoginForm
        returnTo={returnTo}
        look={session === null ? 'go' : 'line'}
        label={t(session === null && problem !== 'unknown' ? 'login.submit' : 'login.other')}
      />
      <p className="mt-8 max-w-measure text-ink-2">{t('login.privacy')}</p>
    </>
  );
}
