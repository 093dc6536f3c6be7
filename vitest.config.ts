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

export default defineConfig({
  test: {
    env: settings,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{lib,components,app,scripts,prisma,bench}/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['{lib,app,scripts,prisma}/**/*.itest.ts'],
          globalSetup: ['scripts/vitest-global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
