import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { participantsSoon, type Workload } from '#lib/domain/intake/workload.ts';

/** Coaches who have left and still have participants: somebody else is to have them. */
export function LeftCoaches({ coaches }: { readonly coaches: readonly Workload[] }) {
  const t = useTranslations('intake.coaches');
  const left = coaches.filter(({ isCoach }) => !isCoach);
  if (left.length === 0) return null;
  return (
    <Notice tone="warn" className="mb-6" title={t('leftTitle', { count: left.length })}>
      <ul className="mt-2 grid gap-3">
        {left.map((coach) => (
          <li key={coach.personId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <span>
              <b>{coach.name}.</b> {t('leftText', { count: participantsSoon(coach) })}
            </span>
            <LinkAction href={`/provider/intake/coaches/${coach.personId}/hand-over`}>
              {t('handOver')}
              <span className="sr-only"> {t('for', { name: coach.name })}</span>
            </LinkAction>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
