import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TogetherView } from '#components/deviation-report/together-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { CONFIRM_DOCUMENT } from '#lib/domain/document/submit-document.ts';
import { weekLogInput } from '#lib/schemas/activity-entry.ts';
import { absenceTogetherInput } from '#lib/schemas/deviation-report.ts';
import { weekLog } from '#lib/server/activity-entry/week-log.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { previewTogether, type TogetherPreview } from '#lib/server/deviation-report/preview-together.ts';
import { reportTogether } from '#lib/server/deviation-report/report-together.ts';
import { decodeForm } from '#lib/server/http/form-data.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deviation-report.together');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** The same absence of several at once: a coach's own participants, else those of the offices in scope. */
export default async function AbsenceTogetherPage({ searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], reportTogether.name);
  const mine = actor.role === 'coach' ? '1' : '';
  const log = await load(weekLog, actor, weekLogInput.parse({ weekFrom: today(), mine }));
  return (
    <PageBody>
      <TogetherView log={log} attempt={attempt} formKey={newId()} preview={await previewOf(actor, attempt)} />
    </PageBody>
  );
}

/** What would be sent, where that is what was asked for. */
async function previewOf(actor: ProviderActor, attempt: KeptForm | null): Promise<TogetherPreview | null> {
  if (attempt?.problem.code !== CONFIRM_DOCUMENT) return null;
  const given = absenceTogetherInput.safeParse(decodeForm(absenceTogetherInput, attempt.values));
  return given.success ? await load(previewTogether, actor, given.data) : null;
}
