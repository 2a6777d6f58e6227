import { fixedClock } from '../kernel/clock.ts';
import { publicContext, shopContext, type Principal, type Services } from '../kernel/context.ts';
import type { Random } from '../kernel/random.ts';
import { routes } from '../modules.ts';

/** Where the demo shop is: its days are those of this zone. */
export const ZONE = 'Asia/Jakarta';

/** Does what a client of the API could do, with the same use-cases and input checks, at a time in the past. */
export class DemoActor {
  readonly #services: Services;
  readonly #random: Random;
  readonly #base_url: string;
  principal: Principal | undefined;

  /** @param random what is drawn for the shop's goods, as SKUs; secrets are drawn by the services' own */
  constructor(services: Services, random: Random, base_url: string) {
    this.#services = services;
    this.#random = random;
    this.#base_url = base_url;
  }

  /**
   * Runs an operation.
   * @param at when it happens; now where it is not given
   * @throws Refusal as a client would get it
   */
  async act<Result>(operation: string, input: object = {}, at?: Date): Promise<Result> {
    const route = routes.find((known) => known.operation === operation);
    if (route === undefined) throw new Error(`no operation ${operation}`);
    const services =
      at === undefined ? this.#services : { ...this.#services, clock: fixedClock(at), random: this.#random };
    const request = {
      language: 'id',
      request_id: 'demo',
      address: 'demo',
      base_url: this.#base_url,
    } as const;
    const context =
      this.principal === undefined
        ? publicContext(services, request)
        : shopContext(services, request, this.principal);
    return (await route.run(context as never, route.input.parse(input) as never)) as Result;
  }
}
