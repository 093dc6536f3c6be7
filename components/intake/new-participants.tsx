import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { IntakeList, NewParticipant } from '#lib/domain/intake/intake-list.ts';
import type { Suggestion } from '#lib/domain/intake/suggest-coach.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = { readonly list: IntakeList; readonly attempt: KeptForm | null };

/** Those who wait for a coach, with boxes to tick and a coach to consider for each. */
export function NewParticipants({ list, attempt }: Props) {
  const t = useTranslations('intake.list');
  const locale = useLocale();
  const columns: readonly Column<NewParticipant>[] = [
    {
      key: 'name',
      head: t('participant'),
      cell: (one) => <Who one={one} index={list.participants.indexOf(one)} attempt={attempt} />,
    },
    { key: 'start', head: t('start'), cell: (one) => <Start one={one} today={list.today} /> },
    ...(list.offices.length > 1
      ? [{ key: 'office', head: t('office'), cell: ({ officeName }: NewParticipant) => officeName }]
      : []),
    {
      key: 'language',
      head: t('language'),
      cell: ({ language, needsLanguageSupport }) => (
        <>
          {languageName(language, locale)}
          {needsLanguageSupport && <small>{t('needsSupport')}</small>}
        </>
      ),
    },
    {
      key: 'suggestion',
      head: t('suggestion'),
      wide: true,
      cell: ({ suggestion, language }) => <Suggested suggestion={suggestion} language={language} />,
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={list.participants}
      rowKey={({ placementId }) => placementId}
    />
  );
}

type WhoProps = { readonly one: NewParticipant; readonly index: number; readonly attempt: KeptForm | null };

function Who({ one, index, attempt }: WhoProps) {
  const t = useTranslations('intake.list');
  const { placementId, version, name, level, implementationReference, leftCoachName } = one;
  const ticked = Object.entries(attempt?.values ?? {}).some(
    ([field, value]) => field.endsWith('.placementId') && value === placementId,
  );
  return (
    <span className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <label className="-ms-2 -mt-1.5 grid size-9 cursor-pointer place-items-center max-md:size-11">
        <input
          type="checkbox"
          className="size-5 cursor-pointer"
          name={`placements.${index}.placementId`}
          value={placementId}
          defaultChecked={ticked}
        />
        <span className="sr-only">{t('choose', { name })}</span>
      </label>
      <input type="hidden" name={`placements.${index}.version`} value={version} />
      <span>
        <TextLink href={`/provider/participants/${placementId}`}>{name}</TextLink>
        <span className="block text-xs font-normal text-ink-3">
          {t('levelReference', { level, reference: implementationReference })}
        </span>
        {leftCoachName !== null && (
          <Status tone="warn" className="mt-1 text-sm">
            {t('left', { name: leftCoachName })}
          </Status>
        )}
      </span>
    </span>
  );
}

function Start({
  one: { from, choice },
  today,
}: {
  readonly one: NewParticipant;
  readonly today: PlainDate;
}) {
  const t = useTranslations('intake.list');
  return (
    <Status tone={from <= today ? 'warn' : 'wait'} reason={t(`choice.${choice}`)}>
      {from > today ? t('begins') : t('began')} <DateText date={from} style="short" />
    </Status>
  );
}

type SuggestedProps = { readonly suggestion: Suggestion | null; readonly language: string };

/** Why somebody is worth considering. Nothing is chosen by it. */
function Suggested({ suggestion, language }: SuggestedProps) {
  const t = useTranslations('intake');
  const locale = useLocale();
  if (suggestion === null) return <span className="text-ink-3">{t('list.noSuggestion')}</span>;
  const { name, because, participants, most } = suggestion;
  const reasons = because.map((reason) =>
    t(`because.${reason}`, { language: languageName(language, locale) }),
  );
  return (
    <>
      {name}
      <small>{[...reasons, t('because.load', { participants, most })].join(', ')}</small>
    </>
  );
}
