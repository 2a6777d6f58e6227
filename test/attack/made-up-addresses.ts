import { startServerProcess } from '../server-process.ts';
import type { Attack } from './attack.ts';

const LIMIT = 30;

/** What a client writes into `X-Forwarded-For`, and what the proxy before the server adds to it, where there is one. */
const CASES = [
  { trust: 'true', title: 'behind one proxy', added: ', 203.0.113.9' },
  { trust: 'false', title: 'without a proxy', added: '' },
  { trust: '10.0.0.0/8', title: 'around the proxies of 10.0.0.0/8', added: '' },
];

/** A caller without a key that says to be another one each time, to have the limit of requests for itself again and again. */
export const madeUpAddresses: Attack = {
  title: 'made-up addresses',
  async run({ size, report }) {
    for (const { trust, title, added } of size === 'full' ? CASES : CASES.slice(0, 1)) {
      const server = await startServerProcess({ RATE_LIMIT_PER_MINUTE: String(LIMIT), TRUST_PROXY: trust });
      try {
        let tries = 0;
        for (let status = 0; status !== 429 && tries < 20 * LIMIT; tries += 1) {
          const forwarded = `198.51.${Math.floor(tries / 250)}.${tries % 250}`;
          const headers = { 'x-forwarded-for': `${forwarded}, ${forwarded}${added}` };
          ({ status } = await fetch(`${server.base_url}/api/account/me`, { headers }));
        }
        report(`${title}: tries until 429, of ${LIMIT} a minute`, String(tries - 1), tries - 1 === LIMIT);
      } finally {
        await server.stop();
      }
    }
  },
};
