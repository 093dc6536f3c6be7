import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ConfirmRun } from '#components/statement/confirm-run.tsx';
import { CutOffForm } from '#components/statement/cut-off-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { confirmRunQuery } from '#lib/schemas/statement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { runPreview } from '#lib/server/statement/run-preview.ts';
import { startStatementRun } from '#lib/server/statement/start-statement-run.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement.start');
  return { title: t('metaTitle') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function StartRunPage({ searchParams }: Props) {
  const actor = await requireActor('payer');
  const search = await searchParams;
  const { cutOff } = confirmRunQuery.parse(search);
  const attempt = await loadAttempt(actor, search['attempt'], startStatementRun.name);
  const preview = cutOff === null ? null : await load(runPreview, actor, { cutOff });
  const t = await getTranslations('statement');
  return (
    <PageBody>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      <Breadcrumbs above={[{ href: '/payments', words: t('run.crumb') }]} here={t('start.metaTitle')} />
      {preview === null ? (
        <>
          <PageHeading title={t('start.titleEmpty')} />
          <CutOffForm cutOff={null} today={today()} />
        </>
      ) : (
        <ConfirmRun preview={preview} today={today()} formKey={attempt?.idempotencyKey ?? newId()} />
      )}
    </PageBody>
  );
}
