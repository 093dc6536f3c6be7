import { useLocale, useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import { answererInWords } from '#lib/domain/evidence/answerer.ts';
import { type EvidenceItem, isClaimed } from '#lib/domain/evidence/evidence-page.ts';
import type { StoredOutcome } from '#lib/domain/outcome/outcome-page.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, plainDateFromDate } from '#lib/shared/plain-date.ts';

type Props = { readonly item: EvidenceItem };

/** What a piece is called where it is spoken of: its file's name, else its kind. */
export function useNameOf({ type }: Pick<StoredOutcome, 'type'>): (item: EvidenceItem) => string {
  const t = useTranslations('evidence.kind');
  return ({ file, kind }) => file?.name ?? t(kind, { who: answererInWords(type) });
}

/** What it is, and where it comes from. */
export function EvidenceWhat({ item, outcome }: Props & { readonly outcome: StoredOutcome }) {
  const t = useTranslations('evidence');
  const locale = useLocale();
  const { employerAnswer: answer, file, givenByName, kind } = item;
  const who = answererInWords(outcome.type);
  const day = formatDate(plainDateFromDate(new Date(item.givenAt)), locale);
  return (
    <div className="min-w-0">
      <span className="font-medium">
        {answer === null ? t(`kind.${kind}`, { who }) : t(`answer.${answer.kind}`, { who })}
      </span>
      {file !== null && (
        <small className="block break-words text-ink-2">
          {file.name}, {t('items.size', { kilobytes: Math.max(1, Math.round(file.size / 1024)) })}
        </small>
      )}
      {answer !== null && (
        <small className="block break-words text-ink-2">
          {t('items.by', { name: answer.name, role: answer.role })}
          <br />
          {t('items.mailed', { contact: answer.contactName, email: answer.email })}
          {answer.text !== '' && <q className="block whitespace-pre-line">{answer.text}</q>}
        </small>
      )}
      <small className="block text-ink-3">
        {givenByName === null ? t('items.came', { day }) : t('items.given', { day, name: givenByName })}
      </small>
    </div>
  );
}

/** The days that it shows, and the extent where it says one. */
export function EvidenceDays({ item: { covers, extentPercent } }: Props) {
  const t = useTranslations('evidence.items');
  const locale = useLocale();
  if (covers === null) return t('noDays');
  const [from, through] = [covers.from, addDays(covers.to, -1)].map((day) => formatDate(day, locale));
  return (
    <>
      {from === through || from === undefined || through === undefined ? from : t('span', { from, through })}
      {extentPercent !== null && (
        <small className="block text-ink-2">{t('extent', { percent: extentPercent })}</small>
      )}
    </>
  );
}

/** Whether it has been judged, how and why; what should be known before it is. */
export function EvidenceStatus({ item, outcome }: Props & { readonly outcome: StoredOutcome }) {
  const t = useTranslations('evidence');
  const { verdict, withdrawnAt, file } = item;
  if (withdrawnAt !== null) return <Status tone="none">{t('items.withdrawn')}</Status>;
  return (
    <div className="grid gap-1">
      {verdict === null && <Status tone="wait">{t('items.waiting')}</Status>}
      {verdict !== null && (
        <Status tone={verdict.accepted ? 'ok' : 'stop'} reason={verdict.reason ?? undefined}>
          {t(verdict.accepted ? 'items.accepted' : 'items.declined')}
        </Status>
      )}
      {file !== null && file.elsewhere > 0 && (
        <Status tone="warn">{t('items.elsewhere', { count: file.elsewhere })}</Status>
      )}
      {!isClaimed(item, outcome) && (
        <Status tone="warn">{t('standing.unclaimed', { employer: item.employerName })}</Status>
      )}
    </div>
  );
}

/** To look at a file and to save it; both are in the log. */
export function FileLinks({ item, outcome }: Props & { readonly outcome: StoredOutcome }) {
  const t = useTranslations('evidence.items');
  const nameOf = useNameOf(outcome);
  if (item.file === null) return null;
  const href = `/api/evidence/${item.id}/file`;
  const name = nameOf(item);
  // Links as they are: a file is no page to be fetched beforehand.
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      <a href={`${href}?view`} target="_blank" rel="noreferrer" aria-label={t('openNamed', { name })}>
        {t('open')}
      </a>
      <a href={href} aria-label={t('saveNamed', { name })}>
        {t('save')}
      </a>
    </span>
  );
}
