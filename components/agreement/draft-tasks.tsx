import { useTranslations } from 'next-intl';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status, type Tone } from '#components/ui/status.tsx';
import { Task } from '#components/ui/task-list.tsx';
import type { ImpactView } from '#lib/domain/agreement/impact-view.ts';
import type { Readiness } from '#lib/domain/agreement/readiness.ts';

export interface DraftTasksProps {
  address: string;
  readiness: Readiness;
  impact: ImpactView | null;
  follows: boolean;
  mayEdit: boolean;
}

/** The parts of a draft, each with what it still needs. */
export function DraftTasks({ address, readiness, impact, follows, mayEdit }: DraftTasksProps) {
  const t = useTranslations('agreement.draft');
  const { faults, cases, uncovered } = readiness;
  const passed = cases.filter(({ checked }) => checked.state === 'passes').length;
  const holds = cases.length > 0 && passed === cases.length && uncovered.length === 0;
  return (
    <Sheet className="px-6 py-5 max-md:px-4">
      <ul>
        <Task
          href={`${address}/edit`}
          title={t(mayEdit ? 'write' : 'read')}
          status={
            <Status tone={faults.length === 0 ? 'ok' : 'stop'}>
              {t('faults', { count: faults.length })}
            </Status>
          }
        >
          {t('writeText')}
        </Task>
        <Task href={`${address}/json`} title={t('json')}>
          {t('jsonText')}
        </Task>
        <Task
          href={`${address}/cases`}
          title={t('cases')}
          status={
            <Status tone={holds ? 'ok' : 'stop'}>
              {faults.length > 0 && cases.length === 0
                ? t('casesBlocked')
                : t('casesPass', { passed, total: cases.length })}
            </Status>
          }
        >
          {t('casesText')}
        </Task>
        <Task
          href={`${address}/impact`}
          title={t('impact')}
          status={<ImpactStatus impact={impact} follows={follows} />}
        >
          {t('impactText')}
        </Task>
      </ul>
    </Sheet>
  );
}

function ImpactStatus({ impact, follows }: Pick<DraftTasksProps, 'impact' | 'follows'>) {
  const t = useTranslations('agreement.draft');
  const tell = (tone: Tone, words: string) => <Status tone={tone}>{words}</Status>;
  if (!follows) return tell('ok', t('impactNothing'));
  if (impact === null) return tell('stop', t('impactNone'));
  if (impact.state === 'failed') return tell('stop', t('impactFailed'));
  if (impact.state !== 'finished') return tell('wait', t('impactRunning'));
  return impact.isPresent ? tell('ok', t('impactPresent')) : tell('warn', t('impactOutdated'));
}
