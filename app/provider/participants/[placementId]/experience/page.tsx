import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ExperienceImportView } from '#components/experience/experience-import-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { importExperienceInput } from '#lib/schemas/experience.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { checkExperience } from '#lib/server/experience/check-experience.ts';
import { importExperience } from '#lib/server/experience/import-experience.ts';
import { decodeForm } from '#lib/server/http/form-data.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('experience.import');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ placementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** A file with experience: how it is made, what it would come to, and the one button that writes it down. */
export default async function ExperienceImportPage({ params, searchParams }: Props) {
  const actor = await requireActor('coach');
  const { placementId } = await params;
  if (!z.uuid().safeParse(placementId).success) notFound();
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], importExperience.name);
  const given = importExperienceInput.safeParse(decodeForm(importExperienceInput, attempt?.values ?? {}));
  const rows = given.success && given.data.placementId === placementId ? given.data.rows : [];
  const { name, judged } = await load(checkExperience, actor, { placementId, rows });
  return (
    <PageBody>
      <ExperienceImportView
        placementId={placementId}
        name={name}
        rows={rows.flatMap((row, at) => {
          const judgement = judged[at];
          return judgement === undefined ? [] : [{ ...row, judgement }];
        })}
        attempt={attempt}
        formKey={newId()}
      />
    </PageBody>
  );
}
