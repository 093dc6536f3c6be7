import { defineConfig } from 'vitest/config';

/** Settings that code under test reads; no test takes any from the machine it runs on. */
const settings = {
  PORTAL_SECRET: 'a secret that only tests know, 32+ characters',
  OIDC_ISSUER: 'http://localhost:1',
  OIDC_CLIENT_ID: 'test',
  OIDC_CLIENT_SECRET: 'test',
  SMTP_URL: 'smtp://localhost:1',
  LOG_LEVEL: 'silent',
  DATABASE_URL: '',
  TZ: 'Europe/Stockholm',
};

/** Tests that give their process settings, which it reads once: each has a process of its own. `settings-kept.ts` finds others. */
const apart = [
  'app/api/**/*.itest.ts',
  'lib/server/{api,calendar,receipt,webhook}/**/*.itest.ts',
  'lib/server/administration/invitations.itest.ts',
  'lib/server/jobs/jobs.itest.ts',
];

const integration = {
  globalSetup: ['scripts/vitest-global-setup.ts'],
  hookTimeout: 30_000,
};

export default defineConfig({
  test: {
    env: settings,
    maxWorkers: 2,
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,app,scripts,prisma,bench}/**/*.test.{ts,tsx}'],
          isolate: false,
          setupFiles: ['scripts/test/settings-kept.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: 'integration',
          include: ['{lib,app,scripts,prisma}/**/*.itest.ts'],
          exclude: apart,
          isolate: false,
          setupFiles: ['scripts/test/settings-kept.ts'],
        },
      },
      { extends: true, test: { ...integration, name: 'integration, apart', include: apart } },
    ],
  },
});
