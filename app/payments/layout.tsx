import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '#components/frame/client-messages.tsx';
import { QueryProvider } from '#components/frame/query-provider.tsx';
import { StaffLayout } from '../_staff/staff-layout.tsx';

export default function PaymentsLayout({ children }: { children: ReactNode }) {
  return (
    <StaffLayout
      nav={async () => {
        const t = await getTranslations();
        return [
          { href: '/payments', words: t('statement.nav') },
          { href: '/payments/pay-days', words: t('payment.nav.payDays') },
          { href: '/payments/claims', words: t('payment.nav.claims') },
          { href: '/payments/bank-accounts', words: t('payment.nav.bankAccounts') },
        ];
      }}
    >
      <ClientMessages features={['statement']}>
        <QueryProvider>{children}</QueryProvider>
      </ClientMessages>
    </StaffLayout>
  );
}
