import { useTranslations } from 'next-intl';

const PARTS = [
  ['you', 'youText'],
  ['provider', 'providerText'],
  ['authority', 'authorityText'],
] as const;

/** Who answers for what, on every page: it was unclear to participants. */
export function WhoDoesWhat() {
  const t = useTranslations('participant.whoDoesWhat');
  return (
    <section aria-labelledby="who-does-what">
      <h2 id="who-does-what">{t('title')}</h2>
      <ul className="mt-5 grid gap-x-10 gap-y-6 lg:grid-cols-3">
        {PARTS.map(([who, what]) => (
          <li key={who}>
            <h3>{t(who)}</h3>
            <p className="text-ink-2">{t(what)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
