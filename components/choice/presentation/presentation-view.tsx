import { useLocale, useTranslations } from 'next-intl';
import { Preview } from '#components/choice/presentation/preview.tsx';
import { PresentationForm } from '#components/choice/presentation/presentation-form.tsx';
import { Remarks } from '#components/choice/presentation/remarks.tsx';
import { type ShownVersion, Versions } from '#components/choice/presentation/versions.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { PresentationContent } from '#lib/domain/administration/presentation.ts';
import { presentationRemarks } from '#lib/domain/administration/presentation-remarks.ts';
import type { PresentedOffice } from '#lib/domain/administration/presented-office.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

interface PresentationViewProps {
  office: PresentedOffice;
  versions: readonly ShownVersion[];
  /** What a first draft begins with. */
  first: PresentationContent;
  done: 'saved' | 'submitted' | 'withdrawn' | 'approved' | 'returned' | null;
  keys: { readonly save: string; readonly submit: string; readonly withdraw: string };
  attempt: KeptForm | null;
}

/** One office: what is under way as participants will see it, the form, and the versions before. */
export function PresentationView({ office, versions, first, done, keys, attempt }: PresentationViewProps) {
  const t = useTranslations('administration.presentation');
  const [newest] = versions;
  const open = newest?.status === 'draft' || newest?.status === 'submitted' ? newest : null;
  const returned = newest?.status === 'returned' ? newest : null;
  const shown = versions.find(({ status }) => status === 'approved') ?? null;
  const content = open?.content ?? returned?.content ?? shown?.content ?? first;
  return (
    <>
      <Crumbs name={office.name} />
      {done !== null && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done}`)}
        </Notice>
      )}
      {returned !== null && (
        <Notice tone="warn" title={t('returned')} className="mb-6">
          {returned.reason}
        </Notice>
      )}
      <PageHeading title={office.name} lead={t('edit.lead')} />
      {open !== null && (
        <PageSection title={t('preview.title')} note={t('preview.lead')}>
          <Remarks remarks={presentationRemarks(open.content)} />
          <Preview office={office} content={open.content} />
          <OpenActs version={open} officeId={office.officeId} keys={keys} />
        </PageSection>
      )}
      {open?.status !== 'submitted' && (
        <PageSection title={t('edit.title')}>
          <PresentationForm
            officeId={office.officeId}
            content={content}
            version={open?.version ?? 0}
            formKey={keys.save}
            attempt={attempt}
          />
        </PageSection>
      )}
      {open === null && shown !== null && (
        <PageSection title={t('preview.none')}>
          <Preview office={office} content={shown.content} />
        </PageSection>
      )}
      <Versions versions={versions} shown={shown} />
    </>
  );
}

function Crumbs({ name }: { name: string }) {
  const t = useTranslations('administration');
  return (
    <Breadcrumbs
      above={[
        { href: '/provider/administration', words: t('title') },
        { href: '/provider/administration/presentations', words: t('presentation.title') },
      ]}
      here={name}
    />
  );
}

interface OpenActsProps extends Pick<PresentationViewProps, 'keys'> {
  version: ShownVersion;
  officeId: string;
}

function OpenActs({ version: { id, status, version, submittedAt }, officeId, keys }: OpenActsProps) {
  const t = useTranslations('administration.presentation.preview');
  const locale = useLocale();
  const isDraft = status === 'draft';
  const back = `/provider/administration/presentations/${officeId}`;
  return (
    <div className="mt-6 grid gap-4">
      {submittedAt !== null && !isDraft && (
        <p>{t('waits', { date: formatDate(plainDateFromDate(submittedAt), locale) })}</p>
      )}
      <div className="flex flex-wrap gap-3">
        {isDraft && (
          <form method="post" action={`/api/administration/presentations/${id}/submit`}>
            <FormBasis formKey={keys.submit} back={back} />
            <input type="hidden" name="version" value={version} />
            <Button look="go" big>
              {t('submit')}
            </Button>
          </form>
        )}
        <form method="post" action={`/api/administration/presentations/${id}/withdraw`}>
          <FormBasis formKey={keys.withdraw} back={back} />
          <input type="hidden" name="version" value={version} />
          <Button big>{t(isDraft ? 'withdraw' : 'withdrawSubmitted')}</Button>
        </form>
      </div>
    </div>
  );
}
