import { placeEvents, readEvents, registerReaders } from '../../src/kernel/event-readers.ts';
import type { Reference } from '../../src/kernel/jobs/queue.ts';
import { jobWorker } from '../../src/kernel/jobs/run-job.ts';
import { modules } from '../../src/modules.ts';
import { orderpayHolds } from '../../src/modules/orderpay/holds/follow-delivery.ts';
import { orderCharges } from '../../src/modules/orders/costs/enter-charges.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { MemoryGateway } from './memory-gateway.ts';
import { Mortal } from './mortal.ts';

/* oxlint-disable typescript/no-explicit-any -- rows are looked into freely */

/** What follows the money of orders by their events. */
const READERS = [orderpayHolds, orderCharges];

/** How a step is done: once; said twice; or by a process that dies after so many statements, and then by the next one. */
export type How = 'once' | 'twice' | number;

/** The product with a gateway in memory, whose process can die at any statement. */
export class MoneyWorld {
  readonly gateway = new MemoryGateway();
  readonly mortal = new Mortal();
  deaths = 0;
  #waiting: Reference[] = [];
  app!: TestApp;

  async open(): Promise<void> {
    this.app = await startTestApp({ environment: { GATEWAY: 'sandbox' }, onStatement: this.mortal.hear });
    const { services } = this.app;
    services.ports.gateways = { ...services.ports.gateways, platform: this.gateway };
    services.queue = {
      send: async (_db, name, reference) => void (name === 'shop-job' && this.#waiting.push(reference)),
      wake: async () => undefined,
    };
    await registerReaders(services.db.withoutPlugins(), READERS);
  }

  query = async (text: string, values: unknown[]): Promise<any[]> =>
    (await this.app.database.pool.query(text, values)).rows;

  /** Does the work of a step, and again where its process died. */
  async do<T>(how: How, work: () => Promise<T>): Promise<T> {
    if (typeof how === 'number') {
      const died = await this.mortal.dieAfter(how, work);
      if (died) this.deaths += 1;
      return work();
    }
    const first = await work();
    if (how === 'twice') await work();
    return first;
  }

  /** Does what is queued; what a death has cut off is left. */
  async drain(): Promise<void> {
    const worker = jobWorker(
      this.app.services,
      modules.flatMap(({ jobs }) => jobs ?? []),
    );
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      await worker.run(next, new AbortController().signal);
      this.#waiting.shift();
    }
  }

  async readEvents(): Promise<void> {
    const { services } = this.app;
    while ((await placeEvents(services.db.withoutPlugins())) > 0);
    for (const reader of READERS) while (await readEvents(services, reader));
  }
}
