import { SESSION_COOKIE } from '../../src/kernel/http/authentication.ts';
import { isForSignedIn } from '../../src/kernel/http/route.ts';
import { routes } from '../../src/modules.ts';
import { send, type Attack } from './attack.ts';

/** How a browser says that a request comes from a page of somebody else. */
const FOREIGN: Record<string, string>[] = [
  { origin: 'https://jahat.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://jahat.example' },
  { referer: 'https://jahat.example/' },
];

/** Pages of others that sign a visitor in, or have something done with the visitor's cookie. */
export const otherSites: Attack = {
  title: 'pages of other sites',
  async run({ server, openShop, token, report }) {
    const { email, password } = await openShop();
    let signed_in = 0;
    for (const headers of FOREIGN) {
      const form = new URLSearchParams({ email, password }).toString();
      const answer = await fetch(`${server.base_url}/api/account/login`, {
        method: 'POST',
        body: form,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
      if (answer.headers.has('set-cookie')) signed_in += 1;
    }
    report('sign-ins by a form of another site', `${signed_in} of ${FOREIGN.length}`, signed_in === 0);

    const changing = routes.filter((route) => route.method !== 'GET' || route.changes === true);
    let taken = 0;
    let requested = 0;
    for (const route of changing.filter(({ access }) => isForSignedIn(access)))
      for (const headers of FOREIGN) {
        const path = route.path.replaceAll(/:\w+/g, '1');
        const cookie = `${SESSION_COOKIE}=${token}`;
        const answer = await send(server, route.method, path, { headers: { ...headers, cookie } });
        requested += 1;
        if (answer.body?.code !== 'cross_site') taken += 1;
      }
    report(
      'requests that change something, with the cookie, not refused',
      `${taken} of ${requested}`,
      taken === 0,
    );

    const jobs = await send(server, 'GET', '/api/account/job', { token });
    const mails = await send(server, 'GET', '/api/account/outbox', { token });
    const made = jobs.body.data.length + mails.body.data.length;
    report('jobs and mails made by them', String(made), made === 0);
  },
};
