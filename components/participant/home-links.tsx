import { useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/text-link.tsx';

const LINKS = [
  ['activities', '/participant/activities'],
  ['plan', '/participant/plan'],
  ['documents', '/participant/documents'],
  ['share', '/participant/plan/share'],
  ['access', '/participant/access'],
  ['data', '/my-data'],
  ['rights', '/participant/rights'],
  ['complaint', '/participant/rights#complaint'],
  ['experience', '/participant/experience'],
  ['switch', '/participant/switch'],
  ['sharing', '/participant/sharing'],
] as const;

/** Ways to every page of the participant's own: the menu has room for the most asked for alone. */
export function HomeLinks() {
  const t = useTranslations('participant.home');
  return (
    <section aria-labelledby="all-about-you" className="no-print mt-8">
      <h2 id="all-about-you">{t('allTitle')}</h2>
      <ul className="mt-3 grid gap-x-10 gap-y-2 sm:grid-cols-2">
        {LINKS.map(([name, href]) => (
          <li key={name}>
            <TextLink href={href} className="inline-flex min-h-(--target) items-center font-medium">
              {t(`all.${name}`)}
            </TextLink>
            <p className="text-ink-2">{t(`all.${name}Text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
