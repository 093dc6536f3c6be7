import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnActivities } from '#components/participant/own-activities.tsx';
import { ReportList } from '#components/participant/report-list.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { giveAnswer } from '#lib/server/activity-answer/give-answer.ts';
import { listOwnActivities } from '#lib/server/activity-answer/list-own-activities.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { listOwnReports, REPORTS_PER_PAGE } from '#lib/server/participant/list-own-reports.ts';
import type { Search } from '../search.ts';
import { supportPhone } from '../support-phone.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participant.reports');
  return { title: t('title') };
}

export default async function OwnReportsPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const search = await searchParams;
  const asked = Number(search['page']);
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 1000 ? asked : 1;
  const reports = await load(listOwnReports, actor, { page });
  const { months } = await load(listOwnActivities, actor, {});
  const pages = Math.max(page, Math.ceil(reports.total / REPORTS_PER_PAGE));
  const phone = await supportPhone();
  const t = await getTranslations('checks.answers');
  const attempt = await loadAttempt(actor, search['attempt'], giveAnswer.name);
  const about = search['dispute'];
  const disputing = typeof about === 'string' ? { about, formKey: newId(), attempt } : null;
  const isAnswered = search['answered'] !== undefined || search['confirmed'] !== undefined;
  const receipt = isAnswered && (
    <Notice tone="ok" title={t('answered')} className="mb-6">
      {t('answeredText')}
    </Notice>
  );
  return (
    <ReportList
      reports={reports}
      page={page}
      pages={pages}
      canCall={phone !== null}
      receipt={attempt === null ? receipt : <AttemptSummary attempt={attempt} />}
    >
      {page === 1 && <OwnActivities months={months} formKey={newId} disputing={disputing} />}
    </ReportList>
  );
}
