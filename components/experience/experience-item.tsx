import { useLocale, useTranslations } from 'next-intl';
import type { ExperienceWriting } from '#components/experience/experience-writing.ts';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { type Experience, mayChange } from '#lib/domain/experience/experience.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { languageOfWords } from '#lib/shared/i18n/language-of-words.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly item: Experience;
  /** Whose hand would change it. */
  readonly hand: 'coach' | 'participant';
  readonly writing: ExperienceWriting | null;
};

/** One thing that somebody has done or can, with who said so, and what was said before. */
export function ExperienceItem({ item, hand, writing }: Props) {
  const t = useTranslations('own-experience');
  const locale = useLocale();
  const dayOf = (instant: string) => formatDate(plainDateFromDate(new Date(instant)), locale);
  const years = useYears(item);
  return (
    <li className="border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <p>
        <b lang={languageOfWords(item.what, locale)}>{item.what}</b>
        {item.place !== '' && (
          <>
            , <bdi lang={languageOfWords(item.place, locale)}>{item.place}</bdi>
          </>
        )}
        {years !== '' && `, ${years}`}
      </p>
      {item.note !== '' && (
        <p
          lang={languageOfWords(item.note, locale)}
          dir="auto"
          className="max-w-measure whitespace-pre-line wrap-anywhere"
        >
          {item.note}
        </p>
      )}
      <p className="text-xs text-ink-3">
        {t('by', {
          name: item.source === 'participant' ? t('own') : (item.writtenByName ?? ''),
          day: dayOf(item.writtenAt),
        })}
      </p>
      {item.earlier.length > 0 && (
        <DisclosureMore summary={t('earlier', { count: item.earlier.length })}>
          <ul className="grid gap-2">
            {item.earlier.map((version) => (
              <li key={version.writtenAt} className="text-sm text-ink-2">
                <bdi lang={languageOfWords(version.what, locale)}>
                  {[version.what, version.place, version.note].filter((text) => text !== '').join(', ')}
                </bdi>
                <span className="block text-xs text-ink-3">{dayOf(version.writtenAt)}</span>
              </li>
            ))}
          </ul>
        </DisclosureMore>
      )}
      {writing !== null && mayChange(item, hand) && <Ways item={item} writing={writing} />}
    </li>
  );
}

function useYears({ fromYear, toYear }: Experience): string {
  const t = useTranslations('own-experience');
  if (fromYear !== null && toYear !== null) {
    return fromYear === toYear
      ? String(fromYear)
      : t('years', { from: String(fromYear), to: String(toYear) });
  }
  if (fromYear !== null) return t('since', { year: String(fromYear) });
  return toYear === null ? '' : t('until', { year: String(toYear) });
}

type WaysProps = { readonly item: Experience; readonly writing: ExperienceWriting };

/** The way to the form that changes it, and the button that takes it away. */
function Ways({ item, writing: { placementId, here, keys } }: WaysProps) {
  const t = useTranslations('own-experience');
  const { threadId, number, what } = item;
  const own = (
    <span className="sr-only">
      {' '}
      <bdi lang={languageOfWords(what, useLocale())}>{what}</bdi>
    </span>
  );
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4">
      <TextLink
        href={`${here}?change=${threadId}#experience-form`}
        className="inline-flex min-h-(--target) min-w-(--target) items-center"
      >
        {t('change')}
        {own}
      </TextLink>
      <form method="post" action="/api/experience/remove">
        <FormBasis formKey={keys.get(threadId) ?? ''} back={here} />
        <input type="hidden" name="placementId" value={placementId} />
        <input type="hidden" name="threadId" value={threadId} />
        <input type="hidden" name="seen" value={number} />
        <Button look="quiet">
          {t('remove')}
          {own}
        </Button>
      </form>
    </div>
  );
}
