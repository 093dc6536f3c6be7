import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { NavItem } from '#components/frame/nav-links.tsx';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { countLetters } from '#lib/server/assistance/list-letters.ts';
import { countWaitingDocuments } from '#lib/server/document/count-waiting.ts';
import { load } from '#lib/server/http/page.ts';
import { StaffLayout } from '../_staff/staff-layout.tsx';

export default function AdminLayout({ children }: { children: ReactNode }) {
  return <StaffLayout nav={placesOf}>{children}</StaffLayout>;
}

async function placesOf(actor: PersonActor): Promise<readonly NavItem[]> {
  const { role } = actor;
  const t = await getTranslations('admin.nav');
  const corrections = await getTranslations('placement-correction');
  const presentations = await getTranslations('administration.presentation.queue');
  const administrators = await getTranslations('administration.administrators');
  const documents = await getTranslations('document.queue');
  const whiteSpots = await getTranslations('assignment.whiteSpots');
  const letters = await getTranslations('assisted.letters');
  if (role === 'caseworker') {
    return [
      { href: '/admin', words: t('desk') },
      {
        href: '/admin/documents',
        words: documents('nav'),
        count: await load(countWaitingDocuments, actor, {}),
      },
      { href: '/admin/placements', words: t('placements') },
      { href: '/admin/letters', words: letters('nav'), count: await load(countLetters, actor, {}) },
      { href: '/admin/white-spots', words: whiteSpots('nav') },
    ];
  }
  if (role === 'agreementAdmin') {
    return [
      { href: '/admin', words: t('contracts') },
      { href: '/admin/agreements', also: '/admin/terms', words: t('agreements') },
      { href: '/admin/corrections', words: corrections('nav') },
      { href: '/admin/providers', words: administrators('nav') },
      { href: '/admin/presentations', words: presentations('nav') },
    ];
  }
  if (role !== 'auditor') return [];
  return [
    { href: '/admin', words: t('log') },
    { href: '/admin/agreements', also: '/admin/terms', words: t('agreements') },
    { href: '/admin/corrections', words: corrections('nav') },
  ];
}
