import { buildApp, fileFolders } from '../src/app.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { readConfig } from '../src/kernel/config.ts';
import type { DatabaseServer } from '../src/kernel/database/connection.ts';
import { openCourierVendors } from '../src/integrations/courier/index.ts';
import { mutationProviders } from '../src/integrations/mutation/index.ts';
import { openFileStores } from '../src/integrations/files/index.ts';
import { openGateways } from '../src/integrations/gateway/index.ts';
import { openMessages } from '../src/integrations/message/index.ts';
import { openQueue } from '../src/kernel/jobs/queue.ts';
import { createLog } from '../src/kernel/log.ts';
import { systemRandom } from '../src/kernel/random.ts';
import { openSecrets } from '../src/kernel/sealed/index.ts';

/** openapi.json as the server answers it. */
export async function openApiDocument(database: DatabaseServer, data_dir: string): Promise<string> {
  const config = readConfig({ DATA_DIR: data_dir, LOG_LEVEL: 'silent' });
  const log = createLog('error');
  const app = await buildApp(
    {
      config,
      public_url: () => 'http://127.0.0.1:3000',
      db: database.db,
      clock: systemClock,
      random: systemRandom,
      ...openFileStores(config, fileFolders(config), log),
      ports: {
        openCourierVendor: openCourierVendors(config, log),
        mutationProviders,
        gateways: openGateways(config, { log, clock: systemClock }),
        messages: openMessages(),
      },
      secrets: await openSecrets(config),
      queue: openQueue(database.pool, log),
      log,
    },
    () => Promise.resolve(true),
  );
  const answer = await app.inject({ url: '/openapi.json' });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  await app.close();
  return `${JSON.stringify(JSON.parse(answer.body), null, 2)}\n`;
}
