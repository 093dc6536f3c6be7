import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { LanguageButtons } from '#components/frame/language-buttons.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { isStaffDoor } from '#lib/shared/i18n/door.ts';
import { LOCALE_NAMES, LOCALES, STAFF_LOCALES } from '#lib/shared/i18n/locale.ts';
import { PATH_HEADER, pathFrom, showsOnce } from '#lib/shared/path-header.ts';

/**
 * Where the choice leads back to: this page, with what was asked of it. A page that was moved to within the browser is known by
 * the browser alone: what it sends with the form (Referer) goes before this.
 */
async function Back() {
  return <input type="hidden" name="back" value={pathFrom((await headers()).get(PATH_HEADER))} />;
}

/** The two languages of staff, at the foot of a page. A form of its own: it works without JavaScript, and brings none. */
export async function StaffLanguages() {
  const [t, locale, sent] = await Promise.all([getTranslations('frame'), getLocale(), headers()]);
  if (showsOnce(sent.get(PATH_HEADER))) return null;
  return (
    <form
      method="post"
      action="/api/locale"
      aria-label={t('language')}
      className="no-print flex items-center gap-3"
    >
      <Back />
      <Icon name="globe" className="text-ink-3" />
      <div className="words">
        <LanguageButtons languages={STAFF_LOCALES} current={locale} />
      </div>
    </form>
  );
}

/** Participants' eight languages, each by its own name: all in a row, or on phones behind the one that is read. */
export async function LanguageSwitch({ look }: { look: 'tabs' | 'menu' }) {
  const [t, current, sent] = await Promise.all([getTranslations('frame'), getLocale(), headers()]);
  if (showsOnce(sent.get(PATH_HEADER))) return null;
  const languages = isStaffDoor(sent.get(PATH_HEADER) ?? '/') ? STAFF_LOCALES : LOCALES;
  return (
    <form method="post" action="/api/locale" aria-label={t('language')} className="languages no-print">
      <Back />
      {look === 'tabs' ? (
        <div className="tabs">
          <LanguageButtons languages={languages} current={current} />
        </div>
      ) : (
        <details name="head" className="menu">
          <summary>
            <Icon name="globe" />
            <span className="sr-only">{t('language')}</span>
            <bdi lang={current}>{LOCALE_NAMES[current]}</bdi>
            <Icon name="down" />
          </summary>
          <div className="languages-list">
            <LanguageButtons languages={languages} current={current} />
          </div>
        </details>
      )}
    </form>
  );
}
