import type { AuthContext } from '#lib/server/auth/context.ts';
import { beginInvitedLogin, beginLogin, finishLogin } from '#lib/server/auth/login.ts';
import { chooseMembership, logOut } from '#lib/server/auth/session-routes.ts';
import { beginStepUp, type StepUpBeginning } from '#lib/server/auth/step-up.ts';
import { finishStepUp } from '#lib/server/auth/step-up-request.ts';

type Handler = (context: AuthContext, request: Request) => Promise<Response>;

const portalRoutes: Readonly<Record<string, Handler>> = {
  'POST /api/login': beginLogin,
  'GET /api/auth/callback/eid': finishLogin,
  'POST /api/session/logout': logOut,
  'POST /api/session/membership': chooseMembership,
  'GET /api/step-up/callback': finishStepUp,
};

/**
 * A browser without script: keeps cookies, follows redirects, sends forms. What goes to the portal goes straight to
 * its route handlers; what goes to the identity provider goes over the network.
 */
export class TestBrowser {
  readonly #context: AuthContext;
  readonly #cookies = new Map<string, { value: string; path: string; origin: string }>();
  /** Every address of the last journey. */
  trail: string[] = [];

  constructor(context: AuthContext) {
    this.#context = context;
  }

  cookie(name: string): string | undefined {
    return [...this.#cookies.entries()].find(([key]) => key.endsWith(` ${name}`))?.[1].value;
  }

  setCookie(name: string, value: string): void {
    const { portalUrl } = this.#context.settings;
    this.#cookies.set(`${portalUrl} / ${name}`, { value, path: '/', origin: portalUrl });
  }

  /** Presses the login button; ends on the page where one picks a person, or on a page of the portal. */
  async startLogin(returnTo = '/'): Promise<string> {
    return await this.go('POST', `${this.#context.settings.portalUrl}/api/login`, { returnTo });
  }

  /** On the identity provider's page: chooses a person. */
  async choose(page: string, subject: string): Promise<string> {
    return await this.go('POST', page, { subject });
  }

  async logIn(subject: string, returnTo = '/'): Promise<string> {
    return await this.choose(await this.startLogin(returnTo), subject);
  }

  /** Takes the link of an invitation; ends on the page where one picks a person. */
  async takeInvitation(token: string): Promise<string> {
    this.trail = [];
    return await this.#follow(
      await beginInvitedLogin(this.#context, token),
      `${this.#context.settings.portalUrl}/begin`,
    );
  }

  async startStepUp(beginning: StepUpBeginning): Promise<string> {
    this.trail = [];
    return await this.#follow(
      await beginStepUp(beginning, this.#context),
      `${this.#context.settings.portalUrl}/begin`,
    );
  }

  /** The address at which the journey ends: a page of the portal as path and query, elsewhere the whole address. */
  async go(method: string, url: string, form?: Record<string, string>): Promise<string> {
    this.trail = [];
    return await this.#follow(await this.#send(method, url, form), url);
  }

  async #follow(response: Response, from: string): Promise<string> {
    this.#keep(response, from);
    const location = response.headers.get('location');
    if (location === null) return response.ok ? from : `${response.status} ${await response.text()}`;
    const next = new URL(location, from);
    this.trail.push(next.href);
    const { portalUrl } = this.#context.settings;
    if (next.origin === portalUrl && portalRoutes[`GET ${next.pathname}`] === undefined) {
      return `${next.pathname}${next.search}`;
    }
    return await this.#follow(await this.#send('GET', next.href), next.href);
  }

  async #send(method: string, url: string, form?: Record<string, string>): Promise<Response> {
    const target = new URL(url);
    const request = new Request(url, {
      method,
      redirect: 'manual',
      headers: { cookie: this.#cookiesFor(target), accept: 'text/html' },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    if (target.origin !== this.#context.settings.portalUrl) return await fetch(request);
    const handler = portalRoutes[`${method} ${target.pathname}`];
    if (handler === undefined) throw new Error(`The portal has no ${method} ${target.pathname}`);
    return await handler(this.#context, request);
  }

  #cookiesFor(target: URL): string {
    return [...this.#cookies.entries()]
      .filter(([, { path, origin }]) => origin === target.origin && target.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[2]}=${value}`)
      .join('; ');
  }

  #keep(response: Response, from: string): void {
    const { origin } = new URL(from);
    for (const header of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = header.split(';');
      const path = attributes.find((text) => /^\s*path=/i.test(text))?.split('=')[1] ?? '/';
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value === '') this.#cookies.delete(`${origin} ${path} ${name}`);
      else this.#cookies.set(`${origin} ${path} ${name}`, { value, path, origin });
    }
  }
}
