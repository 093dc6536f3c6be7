import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testSettings, type TestPerson } from '#lib/server/auth/testing/auth-fixture.ts';
import { chooseFreePort } from '#lib/server/db/free-port.ts';
import { startIdentityProvider } from '#scripts/identity-provider/server.ts';

export type TestIssuer = {
  readonly issuer: string;
  /** Lets a person be chosen on the provider's page; several subjects may show one number. */
  add(subject: string, name: string, person: Pick<TestPerson, 'identityNumber'>): Promise<void>;
  stop(): Promise<void>;
};

/** The demo's own identity provider, in this process. */
export async function startTestIssuer(portFrom: number): Promise<TestIssuer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'portal-issuer-'));
  const port = await chooseFreePort(undefined, portFrom);
  const issuer = `http://localhost:${port}`;
  const { portalUrl, clientId, clientSecret } = testSettings;
  const running = await startIdentityProvider({ port, issuer, portalUrl, clientId, clientSecret, dataDir });
  const persons: object[] = [];
  return {
    issuer,
    async add(subject, name, { identityNumber }) {
      persons.push({ subject, name, role: 'coach', identityNumber, locale: 'sv' });
      await writeFile(path.join(dataDir, 'demo.json'), JSON.stringify({ persons }));
    },
    async stop() {
      await running.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
