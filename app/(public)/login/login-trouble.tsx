import { useTranslations } from 'next-intl';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { LoginProblem } from '#lib/server/auth/login-attempt.ts';

const waysToAnAccount = ['provider', 'participant', 'authority'] as const;

/** What went wrong, and what to do about it. */
export function LoginTrouble({ problem }: { problem: LoginProblem }) {
  const t = useTranslations('auth.problem');
  return (
    <>
      <PageHeading title={t(`${problem}.title`)} lead={t(`${problem}.text`)} />
      {problem === 'unknown' && (
        <section aria-labelledby="steps" className="max-w-measure">
          <h2 id="steps" className="text-lg">
            {t('unknown.steps')}
          </h2>
          <ul className="mt-3 grid list-disc gap-2 ps-5">
            {waysToAnAccount.map((way) => (
              <li key={way}>{t(`unknown.${way}`)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
