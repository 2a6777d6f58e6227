/**
 * A process that reads events into the table `seen` of the database DATABASE_URL names, slowly, so that it is killed in the
 * middle of a batch.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { readConfig } from '../../src/kernel/config.ts';
import type { EventReader } from '../../src/kernel/event-readers.ts';
import { runReaders } from '../../src/kernel/run-readers.ts';
import { startRuntime } from '../../src/start.ts';

const slow: EventReader = {
  name: 'slow',
  reads: ['product.variations_deleted'],
  async read(context, events) {
    for (const [index, { id, position }] of events.entries()) {
      if (index % 50 === 0) await pause(20);
      await sql`insert into seen (event_id, position) values (${id}, ${position})`.execute(context.platform);
    }
  },
};

const { services } = await startRuntime(readConfig({ ...process.env, LOG_LEVEL: 'error' }), {
  say: () => undefined,
});
await runReaders(services, [slow]);
console.log('reading');
