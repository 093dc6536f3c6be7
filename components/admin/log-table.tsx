import { useTranslations } from 'next-intl';
import { LogActor } from '#components/admin/log-actor.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { TextLink } from '#components/ui/text-link.tsx';
import { actionWords } from '#lib/domain/admin/action-words.ts';
import { type LoggedAction, NAMED_PARTICIPANTS } from '#lib/domain/admin/audit-log.ts';
import { inLocale } from '#lib/shared/problem.ts';

/** Who did what, to whom and why; one row for each entry. */
export function LogTable({ entries }: { readonly entries: readonly LoggedAction[] }) {
  const t = useTranslations('admin.log');
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          head: t('when'),
          cell: ({ id, at }) => (
            <>
              <span className="whitespace-nowrap">
                <InstantText instant={new Date(at)} />
              </span>
              <span className="block text-xs font-normal text-ink-3">{id}</span>
            </>
          ),
        },
        { key: 'who', head: t('who'), cell: (entry) => <LogActor entry={entry} /> },
        { key: 'what', head: t('what'), cell: (entry) => <What entry={entry} /> },
        { key: 'about', head: t('about'), cell: (entry) => <About entry={entry} /> },
        { key: 'why', head: t('why'), cell: ({ purpose }) => purpose ?? '–' },
      ]}
    />
  );
}

function What({ entry: { action, outcome, refusal, assignedChoiceId } }: { readonly entry: LoggedAction }) {
  const t = useTranslations('admin.log');
  const assigned = useTranslations('assignment.reasoning');
  const locale = useStaffLocale();
  const words = actionWords(action, locale);
  if (outcome !== 'refused') {
    return (
      <>
        {words}
        <span className="block text-xs text-ink-3">{t(`outcomes.${outcome}`)}</span>
        {assignedChoiceId !== null && (
          <TextLink href={`/admin/choices/${assignedChoiceId}`}>{assigned('open')}</TextLink>
        )}
      </>
    );
  }
  return (
    <>
      {words}
      <span className="block">
        <Status
          tone="warn"
          icon="refused"
          reason={refusal === null ? undefined : refusalWords(refusal, locale)}
        >
          {t('outcomes.refused')}
        </Status>
      </span>
    </>
  );
}

/** The sentence that the refused person read, where the code is one that every part knows; else the code. */
function refusalWords(code: string, locale: 'sv' | 'en'): string {
  return inLocale({ type: '', title: code, status: 0, code, errors: [] }, locale).title;
}

function About({ entry: { participants, participantNames } }: { readonly entry: LoggedAction }) {
  const t = useTranslations('admin.log');
  if (participants === 0) return <span className="text-ink-3">{t('nobody')}</span>;
  if (participantNames.length > 0) return participantNames.join(', ');
  // Few, and none of them may be named: all have a protected identity.
  return participants <= NAMED_PARTICIPANTS ? t('protected') : t('participants', { count: participants });
}
