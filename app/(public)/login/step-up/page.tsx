import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { getSession } from '#lib/server/auth/actor.ts';
import { STEP_UP_PROBLEMS, type StepUpProblem } from '#lib/server/auth/step-up.ts';
import { safePath } from '#lib/server/http/safe-path.ts';
import type { Search } from '../login-search.ts';

type Props = { searchParams: Search };

async function problemOf(search: Search): Promise<StepUpProblem> {
  const { problem } = await search;
  return STEP_UP_PROBLEMS.find((name) => name === problem) ?? 'expired';
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('auth.stepUp');
  return { title: t(`${await problemOf(searchParams)}Title`) };
}

/** A step-up that did not count: why, and the two ways on. */
export default async function StepUpProblemPage({ searchParams }: Props) {
  const problem = await problemOf(searchParams);
  const search = await searchParams;
  const again = safePath(typeof search['returnTo'] === 'string' ? search['returnTo'] : null, '/');
  const back = safePath(typeof search['back'] === 'string' ? search['back'] : null, '/');
  const [t, session] = await Promise.all([getTranslations('auth.stepUp'), getSession()]);
  const name = session === null ? '' : `${session.givenName} ${session.familyName}`;
  return (
    <>
      <PageHeading title={t(`${problem}Title`)} lead={t(`${problem}Text`, { name })} />
      <div className="flex flex-wrap gap-3">
        {again !== back && (
          <LinkAction look="go" big href={again}>
            {t('again')}
          </LinkAction>
        )}
        <LinkAction big href={back}>
          {t('back')}
        </LinkAction>
      </div>
    </>
  );
}
