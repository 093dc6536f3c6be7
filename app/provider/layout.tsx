import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { NavItem } from '#components/frame/nav-links.tsx';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { reportsMonths } from '#lib/domain/actor/reports-months.ts';
import { StaffLayout } from '../_staff/staff-layout.tsx';

async function placesOf({ role }: PersonActor): Promise<readonly NavItem[]> {
  const t = await getTranslations('todo.nav');
  const tIntake = await getTranslations('intake');
  const tOutcome = await getTranslations('outcome');
  const tQuality = await getTranslations('quality');
  const tPayment = await getTranslations('payment');
  const tSystems = await getTranslations('systems');
  const tAdministration = await getTranslations('administration');
  return [
    { href: '/provider', words: t('todo') },
    { href: '/provider/participants', words: t('participants') },
    ...(role === 'intake' || role === 'providerAdmin'
      ? [{ href: '/provider/intake', words: tIntake('nav') }]
      : []),
    ...(role === 'coach' ? [{ href: '/provider/log', words: t('log') }] : []),
    ...(reportsMonths(role)
      ? [{ href: '/provider/months', words: t('months'), also: '/provider/reports' }]
      : []),
    ...(role === 'intake' ? [] : [{ href: '/provider/outcomes', words: tOutcome('nav') }]),
    ...(seesMoney(role)
      ? [
          { href: '/provider/statements', words: t('statements') },
          { href: '/provider/pay-days', words: tPayment('nav.own') },
          { href: '/provider/bank-account', words: tPayment('own.title') },
        ]
      : []),
    { href: '/provider/quality', words: tQuality('nav') },
    ...(role === 'providerAdmin' || role === 'signatory'
      ? [{ href: '/provider/systems', words: tSystems('title') }]
      : []),
    ...(role === 'providerAdmin'
      ? [{ href: '/provider/administration', also: '/provider/export', words: tAdministration('nav') }]
      : []),
    ...(role === 'reporter' || role === 'signatory'
      ? [{ href: '/provider/export', words: tAdministration('export.title') }]
      : []),
  ];
}

export default function ProviderLayout({ children }: { children: ReactNode }) {
  return <StaffLayout nav={placesOf}>{children}</StaffLayout>;
}
