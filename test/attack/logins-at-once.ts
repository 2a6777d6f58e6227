import { send, type Attack } from './attack.ts';
import { watchHealth, watchWaits } from './health-watch.ts';

/** More logins than a server can check in seconds, all at the same moment, while others work. */
export const loginsAtOnce: Attack = {
  title: 'logins at once',
  async run({ server, token, openShop, size, report }) {
    const count = size === 'full' ? 450 : 60;
    const { email, password } = await openShop();
    const statuses = new Map<number, number>();
    /** Refusals that do not say when to try again. */
    let unreported = 0;
    const flood = async () => {
      const logins = Array.from({ length: count }, async (_, number) => {
        // A third are right, the rest are of accounts that do not exist.
        const body = number % 3 === 0 ? { email, password } : { email: `x${number}@example.com`, password };
        const { status, headers } = await send(server, 'POST', '/api/account/login', { body });
        if (status >= 429 && headers.get('retry-after') === null) unreported += 1;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      });
      await Promise.all(logins);
    };
    let longest_ms = NaN;
    const began = performance.now();
    const watched = await watchHealth(server, async () => {
      const headers = { authorization: `Bearer ${token}` };
      ({ longest_ms } = await watchWaits(server, '/api/open/order', headers, flood));
    });
    const reported = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${times} × ${status}`);
    report(
      `${count} logins at once are answered`,
      reported.join(', '),
      unreported === 0 && [...statuses.keys()].every((status) => [200, 401, 429, 503].includes(status)),
    );
    report(
      'within',
      `${((performance.now() - began) / 1000).toFixed(1)} s`,
      performance.now() - began < 20_000,
    );
    report('longest wait of /healthz', `${watched.longest_ms.toFixed(0)} ms`, watched.longest_ms < 250);
    report('longest wait of a list of orders', `${longest_ms.toFixed(0)} ms`, longest_ms < 500);
    report('memory', `${watched.more_mb.toFixed(0)} MB more`, !(watched.more_mb >= 150));
  },
};
