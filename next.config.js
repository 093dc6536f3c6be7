import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/server/i18n/request.ts');

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['pg', 'pg-boss', '@prisma/client', '@prisma/adapter-pg', 'pino', 'nodemailer'],
  typedRoutes: false,
  // `npm test` checks the types of everything, tests and scripts included; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // For forbidden(): a page of another role's answers 403.
  experimental: { authInterrupts: true },
};

export default withNextIntl(nextConfig);
