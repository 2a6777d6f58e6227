import { rm } from 'node:fs/promises';
import { startEmbeddedPostgres } from '../../src/kernel/database/embedded/index.ts';
import { makeDataDir, startServerProcess, type ServerProcess } from '../server-process.ts';
import { send, type Attack } from './attack.ts';

const PASSWORD = 'jeruk-nipis-segar-42';

/** An owner who is removed in one process, and goes on in another over the same database. */
export const removedOwner: Attack = {
  title: 'a removed owner in a second process',
  async run({ size, report }) {
    const data_dir = await makeDataDir();
    const postgres = await startEmbeddedPostgres({ data_dir, log: () => undefined });
    const { host, port, user, database } = postgres.connection;
    const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
    const servers: ServerProcess[] = [];
    try {
      for (let count = 0; count < 2; count += 1)
        servers.push(await startServerProcess({ DATABASE_URL: url }));
      const [here, there] = servers as [ServerProcess, ServerProcess];
      const waits: number[] = [];
      let came_back = 0;
      for (let round = 0; round < (size === 'full' ? 20 : 3); round += 1) {
        const removed = await removeOwner(here, there, round);
        const began = performance.now();
        const back = { email: `kembali${round}@example.com`, full_name: 'Kembali', role: 'owner' };
        const invited = await send(there, 'POST', '/api/account/user/invite', { token: removed, body: back });
        if (invited.status < 400) came_back += 1;
        while ((await send(there, 'GET', '/api/open/order', { token: removed })).status === 200)
          if (performance.now() - began > 10_000) break;
        waits.push(performance.now() - began);
      }
      report('invites themselves back', `${came_back} of ${waits.length}`, came_back === 0);
      const longest_ms = Math.max(...waits);
      report('reads orders for, at most', `${longest_ms.toFixed(0)} ms`, longest_ms < 1_000);
    } finally {
      for (const server of servers) await server.stop();
      await postgres.stop();
      await rm(data_dir, { recursive: true, force: true });
    }
  },
};

/** Gives the session of an owner who worked there until now, and was removed here. */
async function removeOwner(here: ServerProcess, there: ServerProcess, round: number): Promise<string> {
  const post = (path: string, body: object, token = '') => send(here, 'POST', path, { body, token });
  const shop = {
    shop_name: 'Toko',
    subdomain: `toko-${round}`,
    full_name: 'Budi',
    phone_number: '081234567890',
  };
  const first = { email: `satu${round}@example.com`, password: PASSWORD };
  const second = { email: `dua${round}@example.com`, password: PASSWORD };
  await post('/api/account/register', { ...shop, ...first });
  const { token } = (await post('/api/account/login', first)).body.data;
  const person = { email: second.email, full_name: 'Dua', role: 'owner' };
  const invited = (await post('/api/account/user/invite', person, token)).body.data;
  await post('/api/account/user/accept', { token: invited.token, password: PASSWORD });
  const removed = (await post('/api/account/login', second)).body.data.token as string;
  await send(there, 'GET', '/api/open/order', { token: removed });
  await send(here, 'DELETE', `/api/account/user/${invited.user_id}`, { token });
  return removed;
}
