import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { HomeView } from '#lib/domain/participant/own-situation.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

type Props = Pick<HomeView, 'situation' | 'unanswered' | 'assignedChoiceId'>;

/** What the participant can do now, beside choosing, which stands by itself. Nothing where there is nothing. */
export function HomeTasks({ situation: { placements }, unanswered, assignedChoiceId }: Props) {
  const t = useTranslations('participant.home');
  const locale = useLocale();
  const [first] = placements;
  const tasks = [
    ...(unanswered > 0
      ? [
          {
            href: '/participant/activities',
            title: t('answer', { count: unanswered }),
            text: t('answerText'),
          },
        ]
      : []),
    ...(first?.hasPlan === true
      ? [{ href: '/participant/plan', title: t('readPlan'), text: t('readPlanText') }]
      : []),
    ...(assignedChoiceId !== null && first !== undefined
      ? [
          {
            href: `/participant/choose/done/${assignedChoiceId}`,
            title: t('why', { provider: isolated(first.provider, locale) }),
            text: t('whyText'),
          },
        ]
      : []),
  ];
  if (tasks.length === 0) return null;
  return (
    <Card title={t('nowTitle')}>
      <ul className="grid gap-2">
        {tasks.map(({ href, title, text }) => (
          <li key={href}>
            <TextLink href={href} className="inline-flex min-h-(--target) items-center font-medium">
              {title}
            </TextLink>
            <p className="text-ink-2">{text}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
