import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StaffLayout } from '../_staff/staff-layout.tsx';

export default function ReviewLayout({ children }: { children: ReactNode }) {
  return (
    <StaffLayout
      nav={async () => {
        const t = await getTranslations('review');
        return [{ href: '/review', words: t('nav.queue') }];
      }}
    >
      {children}
    </StaffLayout>
  );
}
