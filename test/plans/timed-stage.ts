import { openGateways } from '../../src/integrations/gateway/index.ts';
import { Secret } from '../../src/kernel/sealed/index.ts';
import { routes } from '../../src/modules.ts';
import { scenes } from '../contract/scenes.ts';
import { ContractStage } from '../contract/stage.ts';
import { fundShop } from '../contract/fund-shop.ts';
import {
  openXenditVendor,
  XENDIT_TEST_KEY,
  XENDIT_TEST_TOKEN,
  type XenditLoopback,
} from '../integrations/xendit-vendor.ts';
import type { TestApp } from '../harness.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** What took how long. */
export interface Taken {
  what: string;
  ms: number;
}

/** Operations by which scenes wait for what a job does: it is done, and measured, when they ask. */
const WAITING = new Set(['listGatewayPayments', 'getImport', 'getJob', 'listOutbox']);

/** By which scenes wait for what readers of events do. */
const READ_EVENTS = 'listCodParcels';

/** What answers with a file of all that there is, or writes all that is due. */
const ALL_AT_ONCE = /^download|^getOpnameTemplate$|^makeCodInvoices$/;

/** Plays against a product without a socket of its own, and notes how long each answer and each job took. */
export class TimedStage extends ContractStage {
  readonly taken: Taken[] = [];
  readonly #app: TestApp;

  private constructor(app: TestApp, base_url: string, xendit: XenditLoopback) {
    super(base_url, routes, xendit);
    this.#app = app;
    this.fund = (...numbers) => fundShop(app.services, ...numbers);
  }

  static async open(app: TestApp): Promise<TimedStage> {
    const listening = app.app.server.address();
    const address =
      listening === null || typeof listening === 'string'
        ? await app.app.listen({ port: 0, host: '127.0.0.1' })
        : `http://127.0.0.1:${listening.port}`;
    const xendit = await openXenditVendor();
    xendit.behave(({ path }) => (path === '/v2/payouts' ? { status: 503 } : undefined));
    app.app.server.once('close', () => xendit.close());
    const settings = {
      GATEWAY: 'xendit',
      XENDIT_URL: xendit.url,
      XENDIT_KEY: new Secret(XENDIT_TEST_KEY),
      XENDIT_CALLBACK_TOKEN: new Secret(XENDIT_TEST_TOKEN),
    } as const;
    app.services.ports.gateways = openGateways(settings, app.services);
    return new TimedStage(app, address, xendit);
  }

  override async call(
    operation: string,
    input: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<any> {
    if (WAITING.has(operation)) await this.runJobs(`jobs before ${operation}`);
    if (operation === READ_EVENTS) await this.#app.readEvents();
    if (ALL_AT_ONCE.test(operation)) return this.large(operation, input);
    return this.time(`${operation} ${JSON.stringify(input).slice(0, 120)}`, () =>
      super.call(operation, input, headers),
    );
  }

  /** What writes or reads thousands of rows, or makes a file of them, is held to a bound of its own. */
  async large(operation: string, input: Record<string, unknown>): Promise<any> {
    return this.time(`large ${operation}`, () => super.call(operation, input));
  }

  async runJobs(what: string): Promise<void> {
    await this.time(what, () => this.#app.runJobs());
  }

  async time<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    try {
      return await run();
    } finally {
      this.taken.push({ what, ms: performance.now() - began });
    }
  }

  /** Plays every operation with a shop of its own. @param onShop called when the shop has been opened and its owner has signed in */
  async play(onShop: (shop_id: number) => Promise<void> = () => Promise.resolve()): Promise<void> {
    const opening = scenes.findIndex(({ operation }) => operation === 'login') + 1;
    for (const scene of scenes.slice(0, opening)) await scene.play(this);
    await onShop(this.id('shop'));
    for (const scene of scenes.slice(opening)) await scene.play(this);
  }
}
