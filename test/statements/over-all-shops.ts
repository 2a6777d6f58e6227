import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely';
import { systemClock } from '../../src/kernel/clock.ts';
import type { Services } from '../../src/kernel/context.ts';
import type { DB } from '../../src/kernel/database/schema.generated.ts';
import { sweep } from '../../src/kernel/jobs/sweep.ts';
import type { Secrets } from '../../src/kernel/sealed/index.ts';
import { reseal, unknownKeys } from '../../src/kernel/sealed/reseal.ts';
import { modules, sealedColumns } from '../../src/modules.ts';

/** What is sent to a database that answers each statement with no rows: each text up to its first parameter. */
async function sentBy(run: (db: Kysely<DB>) => Promise<void>): Promise<string[]> {
  const begin = new Set<string>();
  class Recorder extends DummyDriver {
    override async acquireConnection(): Promise<DatabaseConnection> {
      return {
        executeQuery: async <Row>({ sql }: CompiledQuery): Promise<QueryResult<Row>> => {
          begin.add(blanksAsOne(sql).split('$1')[0] ?? '');
          return { rows: [] };
        },
        streamQuery: () => {
          throw new Error('a stream has no text');
        },
      };
    }
  }
  const db = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new Recorder(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  await run(db);
  return [...begin];
}

/** What work by the clock needs until it finds something to do. */
const servicesOn = (db: Kysely<DB>) =>
  ({
    db,
    clock: systemClock,
    config: { GATEWAY: 'off', BILLING: 'on' },
    ports: { gateways: { platform: {} } },
  }) as unknown as Services;

function blanksAsOne(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Statements that are of no one shop, by how they begin (blanks as one), and why that is so. */
const STATEMENTS: readonly { reason: string; begin: readonly string[] }[] = [
  {
    reason: 'doctor recomputes what is stored next to its rows, of all shops in one snapshot, and only reads',
    begin: await sentBy(async (db) => {
      for (const { find } of modules.flatMap(({ checks }) => checks ?? [])) await find(db);
    }),
  },
  {
    reason: 'rows whose retention time is over are removed, of all shops at once',
    begin: await sentBy((db) =>
      sweep(
        servicesOn(db),
        modules.flatMap(({ retention }) => retention ?? []),
      ).run(),
    ),
  },
  {
    reason: 'work by the clock begins by looking for what is due, in all shops',
    begin: await sentBy(async (db) => {
      for (const { schedules } of modules)
        for (const job of schedules?.(servicesOn(db)) ?? []) await job.run();
    }),
  },
  {
    reason: 'a new key seals the secrets of all shops anew',
    begin: await sentBy(async (db) => {
      const secrets = { keyring: { current: () => ({ id: Buffer.alloc(4) }) } } as unknown as Secrets;
      for (const column of sealedColumns) {
        await reseal(db, secrets, column);
        await unknownKeys(db, secrets, column);
      }
    }),
  },
  {
    reason: 'readers of events get those of all shops in one order, which one writer gives (decision 0012)',
    begin: [
      'select exists (select 1 from outbox_events where position is null) as is_unplaced',
      'select "shop_id", "id" from "outbox_events" where "position" is null',
      'update outbox_events as e set position =',
      'select "e"."shop_id", "e"."id", e.position as "position"',
      'select "w"."shop_id", "w"."id", "w"."event_types", "shops"."time_zone" from "webhook_endpoints" as "w"',
    ],
  },
  {
    reason: 'a process looks for what is new for all the shops that have streams open in it',
    begin: ['select c.shop_id, c.last_number from notification_counters as c where c.shop_id = any('],
  },
  {
    reason: 'sending webhooks begins by looking for what is due, in all shops',
    begin: ['select shop_id, time_zone, endpoint_id, is_resting from ( (select q.shop_id,'],
  },
  {
    reason: 'sending messages begins by looking for what is due, in all shops',
    begin: [
      'select "shops"."id", "shops"."time_zone", greatest("m"."work_due_at", "m"."next_send_at") as "at"',
    ],
  },
  {
    reason: 'news of the platform is queued shop by shop, for those that have devices',
    begin: ['select distinct "shop_id" from "push_devices"'],
  },
];

const beginnings = STATEMENTS.flatMap(({ begin }) => begin);

/** Whether a statement may lack conditions on the shop's own value; all other rules apply to it too. */
export function isOverAllShops(text: string): boolean {
  const plain = blanksAsOne(text);
  return beginnings.some((begin) => plain.startsWith(begin));
}
