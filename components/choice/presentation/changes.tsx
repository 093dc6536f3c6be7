import { useLocale, useTranslations } from 'next-intl';
import { accessibilityInWords } from '#components/choice/provider-words.ts';
import { activityWords } from '#components/choice/presentation-words.ts';
import { type PresentationChange, WORK_FIELDS } from '#lib/domain/administration/presentation.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';

/** What one version says otherwise than the one that is shown. */
export function Changes({ changes }: { changes: readonly PresentationChange[] }) {
  const t = useTranslations('administration.presentation');
  if (changes.length === 0) return <p className="text-ink-2">{t('versions.same')}</p>;
  return (
    <dl className="grid gap-4">
      {changes.map((change) => (
        <div key={change.field}>
          <dt className="font-bold">{t(`fields.${change.field}`)}</dt>
          <dd>{change.kind === 'text' ? <TextChange {...change} /> : <ListChange {...change} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function TextChange({ before, after }: { before: string; after: string }) {
  const t = useTranslations('administration.presentation.versions');
  return (
    <>
      <p>
        <span className="text-ink-3">{t('before')}: </span>
        <del>{before === '' ? t('empty') : before}</del>
      </p>
      <p>
        <span className="text-ink-3">{t('after')}: </span>
        <ins className="no-underline">{after === '' ? t('empty') : after}</ins>
      </p>
    </>
  );
}

type ListChangeProps = Extract<PresentationChange, { kind: 'list' }>;

function ListChange({ field, added, removed }: ListChangeProps) {
  const t = useTranslations('administration.presentation');
  const tChoice = useTranslations('choice');
  const locale = useLocale();
  const words = (code: string): string => {
    if (field === 'languages') return languageName(code, locale);
    if (field === 'accessibility') return accessibilityInWords(tChoice, code);
    const work = WORK_FIELDS.find((known) => known === code);
    return field === 'fields' && work !== undefined ? t(`workFields.${work}`) : activityWords(code, locale);
  };
  return (
    <>
      {added.length > 0 && <p>{t('versions.added', { items: added.map(words).join(', ') })}</p>}
      {removed.length > 0 && <p>{t('versions.removed', { items: removed.map(words).join(', ') })}</p>}
    </>
  );
}
