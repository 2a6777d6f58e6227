import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { Refusal } from '../errors.ts';
import { networkOf } from './client-address.ts';
import { doorOf } from './entrance.ts';
import { Gate, type Lane, type Ticket } from './gate.ts';

/** The shops of recent credentials and doors, to find the lane of a request without a query. */
const REMEMBERED_MOST = 20_000;
const RETRY_AFTER_S = 2;

/** A request's right to be worked on. */
export interface Admission {
  /** Gives the place back while nothing is worked on, as its body is still on its way. */
  pause(): void;
  /** Takes a place again where it has none. @throws Refusal 503 where there is none for too long */
  resume(): Promise<void>;
  /** Gives the place back while `run` waits its turn somewhere else. */
  elsewhere<T>(run: () => Promise<T>): Promise<T>;
  /** Gives the place back for good. May be called again. */
  end(): void;
}

export interface AdmissionDesk {
  /**
   * Waits for a place. It is given back when the answer is sent or the client is gone, unless the work on it goes on:
   * who works on it calls `end`.
   * @throws Refusal 503 with Retry-After where there is none: nothing was done then
   */
  admit(request: FastifyRequest, reply: FastifyReply): Promise<Admission>;
  /** Remembers whose credential, or whose door, it was, or that it was nobody's. */
  identified(request: FastifyRequest): void;
  /** Refuses everything that waits. */
  refuseAll(error: () => Error): void;
}

/**
 * Admits requests as `Gate` decides, each in the lane of its shop, of the visitors of its shop, or of its address if that is
 * unknown.
 */
export function openAdmissionDesk(
  config: Pick<Config, 'MAX_REQUESTS_IN_FLIGHT' | 'DATABASE_POOL_SIZE'>,
): AdmissionDesk {
  const gate = new Gate({
    places: config.MAX_REQUESTS_IN_FLIGHT ?? Math.max(4, config.DATABASE_POOL_SIZE),
    refusal: overloaded,
  });
  const shops = new Map<string, number>();
  const laneOf = (request: FastifyRequest): Lane => {
    const key = keyOf(request);
    const shop_id = key === undefined ? undefined : shops.get(key);
    if (shop_id === undefined)
      return { name: `address:${networkOf(request.facts.address)}`, is_stranger: true };
    // Visitors of a shop keep neither its staff waiting nor, as strangers, other shops.
    return request.routeOptions.config.entrance === undefined
      ? { name: `shop:${shop_id}`, is_stranger: false }
      : { name: `visitors:${shop_id}`, is_stranger: true };
  };
  return {
    async admit(request, reply) {
      const admission = admissionOf(gate, laneOf(request));
      for (const end of ['finish', 'close'] as const) reply.raw.once(end, () => admission.answered());
      await admission.resume();
      return admission;
    },
    identified(request) {
      const key = keyOf(request);
      if (key === undefined) return;
      shops.delete(key);
      const shop_id = request.house?.shop_id ?? request.principal?.shop.id;
      if (shop_id === undefined) return;
      shops.set(key, shop_id);
      if (shops.size > REMEMBERED_MOST) shops.delete(shops.keys().next().value ?? '');
    },
    refuseAll: (error) => gate.refuseAll(error),
  };
}

/** By what the shop of a request is remembered. */
function keyOf(request: FastifyRequest): string | undefined {
  const { entrance } = request.routeOptions.config;
  // No credential has a blank in it.
  return entrance === undefined ? request.credential?.text : `door ${doorOf(request, entrance)}`;
}

/** One request's dealings with the gate. */
function admissionOf(gate: Gate, lane: Lane): Admission & { answered(): void } {
  let ticket: Ticket | undefined;
  let giveUp: (error: Error) => void = () => undefined;
  let was_accepted = false;
  let is_worked_on = false;
  const leave = () => {
    if (ticket !== undefined) gate.leave(ticket);
    ticket = undefined;
  };
  const resume = async () => {
    is_worked_on = was_accepted;
    if (ticket !== undefined) return;
    await new Promise<void>((resolve, reject) => {
      giveUp = reject;
      ticket = gate.request(lane, resolve, reject, was_accepted);
    });
    was_accepted = true;
  };
  return {
    pause: leave,
    resume,
    async elsewhere(run) {
      leave();
      try {
        return await run();
      } finally {
        await resume();
      }
    },
    end: leave,
    answered() {
      if (is_worked_on) return;
      leave();
      giveUp(overloaded());
    },
  };
}

function overloaded(): Refusal {
  return new Refusal([{ code: 'overloaded', values: { seconds: RETRY_AFTER_S } }], {
    retry_after_s: RETRY_AFTER_S,
  });
}
