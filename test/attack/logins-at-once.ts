import { send, type Attack } from './attack.ts';
import { watchHealth } from './health-watch.ts';

/** More logins than a server can check in seconds, all at the same moment, while others work. */
export const loginsAtOnce: Attack = {
  title: 'logins at once',
  async run({ server, token, openShop, size, report }) {
    const count = size === 'full' ? 450 : 60;
    const { email, password } = await openShop();
    const list = () => send(server, 'GET', '/api/open/order', { token });
    await list();
    const statuses = new Map<number, number>();
    let longest_ms = 0;
    const began = performance.now();
    const watched = await watchHealth(server, async () => {
      const ended = new AbortController();
      const flood = Promise.all(
        Array.from({ length: count }, async (_, number) => {
          // A third are right, the rest are of accounts that do not exist.
          const body = number % 3 === 0 ? { email, password } : { email: `x${number}@example.com`, password };
          const { status } = await send(server, 'POST', '/api/account/login', { body });
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }),
      ).then(() => ended.abort());
      while (!ended.signal.aborted) {
        const asked = performance.now();
        await list();
        longest_ms = Math.max(longest_ms, performance.now() - asked);
      }
      await flood;
    });
    const told = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${times} × ${status}`);
    report(
      `${count} logins at once are answered`,
      told.join(', '),
      ![...statuses.keys()].some((status) => status >= 500),
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
