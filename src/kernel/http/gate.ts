/** How long a place may be held before its holder counts as waiting for something else than the processor. */
const YOUNG_MS = 250;
/** How long a request waits for a place at most: as long as a burst may take to be worked off. */
const PATIENCE_MS = 10_000;
/** How long excess requests are held before they are refused, so that immediate retries cost little. */
export const REFUSED_AFTER_MS = 250;
/** … and longer for each request that is set aside: so a lane is refused at most a thousand times a second. */
const REFUSED_LATER_MS = 1;
/** Requests that were set aside start after no new one has arrived in their lane for this long: after a burst, none does. */
const NOBODY_NEW_MS = 20;
/** A lane floods when so many of its later requests were begun while earlier ones got no place … */
const OVERTAKEN_MOST = 250;
/** … or fewer on a machine that is slow, if earlier ones got none for so long. A burst has come whole by then. */
const OVERTAKEN_SLOWLY_MOST = 50;
const OVERTAKEN_FOR_MS = 2_000;
/** A lane stops to flood when it had to be refused nothing for so long. */
const CALM_AFTER_MS = 2_000;
/** A lane with a request within this time counts as active. */
const ACTIVE_MS = 10_000;
/** Maximum of requests that are set aside, of one lane and of all; further ones are refused immediately. */
const ASIDE_MOST = 2_000;
const ALL_ASIDE_MOST = 5_000;
const LOOK_EVERY_MS = 20;

/** The owner of a request: a shop or, when not signed in, a network address. */
export interface Lane {
  readonly name: string;
  readonly is_stranger: boolean;
}

interface LaneState extends Lane {
  working: Set<Ticket>;
  /** Next in line, oldest first: so few that none of them waits long. */
  next: Ticket[];
  /** Set aside, oldest first: started when the queue is empty. */
  aside: Ticket[];
  arrived_ms: number;
  /** Requests started from the queue while others were set aside, minus those of these that were started. */
  overtaken: number;
  /** Since when that is counted. */
  overtaken_since_ms: number;
  flooding_until_ms: number;
}

/** A request's way through the gate. */
export interface Ticket {
  lane: LaneState;
  /** Since when it waits, or is worked on. */
  since_ms: number;
  begin: () => void;
  refuse: (error: Error) => void;
}

interface GateOptions {
  /** Requests that are worked on at once. */
  places: number;
  /** Makes the error that a refused request gets. */
  refusal: () => Error;
  now_ms?: () => number;
}

/**
 * Limits the number of requests that are processed at once, because more would slow all of them down, and shares the
 * places between shops.
 *
 * - One lane occupies at most three quarters of the places, or half of them while another one is active, so that there
 *   is always one for the next lane. All addresses that are not signed in together occupy at most three quarters.
 * - As many requests as there are places can queue in each lane, a quarter of that in a lane that floods, fewer if many
 *   lanes are waiting. Lanes take turns.
 * - Requests beyond that are held until the queue of their lane is empty, so that a burst is processed. If the queue
 *   stays full because requests keep arriving, the lane floods: held requests are then refused, and further ones are
 *   refused after a quarter of a second or slightly more.
 * - While other lanes are active, flooding lanes share an eighth of the places. Requests that take longer than a
 *   quarter of a second do not count for this, because they are not what occupies the processor at the expense of
 *   others.
 */
export class Gate {
  readonly #options: Required<GateOptions>;
  readonly #lanes = new Map<string, LaneState>();
  /** Lanes in which somebody waits, in the order of their turns. */
  #waiting: LaneState[] = [];
  #working = 0;
  #strangers = 0;
  #aside = 0;
  /** The two most recent lanes that do not flood. */
  #active: { name: string; at_ms: number }[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: GateOptions) {
    this.#options = { now_ms: () => performance.now(), ...options };
  }

  /**
   * Requests a place.
   * @param begin called when there is one, perhaps before this returns
   * @param refuse called if there is none
   * @param is_accepted whether it already had a place and released it for a while: then it is never set aside
   */
  request(lane: Lane, begin: () => void, refuse: (error: Error) => void, is_accepted = false): Ticket {
    const state = this.#laneOf(lane);
    const now_ms = this.#options.now_ms();
    this.#note(state, now_ms);
    state.arrived_ms = now_ms;
    const ticket: Ticket = { lane: state, since_ms: now_ms, begin, refuse };
    const is_first = state.next.length === 0 && state.aside.length === 0;
    if (is_first && this.#hasPlaceFor(state, now_ms)) this.#begin(ticket, now_ms);
    else if (is_accepted || state.next.length < this.#lineOf(state, now_ms)) this.#wait(ticket, state.next);
    else if (state.aside.length < ASIDE_MOST && this.#aside < ALL_ASIDE_MOST) {
      if (state.aside.length === 0) state.overtaken = 0;
      this.#aside += 1;
      this.#wait(ticket, state.aside);
    } else this.#refuse(ticket, now_ms);
    return ticket;
  }

  /** Gives a place back, or leaves the line. May be called again. */
  leave(ticket: Ticket): void {
    const { lane } = ticket;
    if (lane.working.delete(ticket)) {
      this.#working -= 1;
      if (lane.is_stranger) this.#strangers -= 1;
      this.#beginNext();
    } else if (!remove(lane.next, ticket) && remove(lane.aside, ticket)) this.#aside -= 1;
    this.#forget(lane);
  }

  /** Refuses everything that waits, for example because the database does not answer. */
  refuseAll(error: () => Error): void {
    for (const lane of this.#lanes.values()) {
      const refused = [...lane.next.splice(0), ...lane.aside.splice(0)];
      for (const ticket of refused) ticket.refuse(error());
    }
    this.#aside = 0;
  }

  #laneOf({ name, is_stranger }: Lane): LaneState {
    const found = this.#lanes.get(name);
    if (found !== undefined) return found;
    const lane: LaneState = {
      name,
      is_stranger,
      working: new Set(),
      next: [],
      aside: [],
      arrived_ms: 0,
      overtaken: 0,
      overtaken_since_ms: 0,
      flooding_until_ms: 0,
    };
    this.#lanes.set(name, lane);
    return lane;
  }

  /** Lanes are created by requests; those without state are removed. */
  #forget(lane: LaneState): void {
    const is_empty = lane.working.size + lane.next.length + lane.aside.length === 0;
    if (is_empty && lane.flooding_until_ms < this.#options.now_ms()) this.#lanes.delete(lane.name);
  }

  #note(lane: LaneState, now_ms: number): void {
    if (lane.flooding_until_ms > now_ms) return;
    const others = this.#active.filter(({ name }) => name !== lane.name);
    this.#active = [{ name: lane.name, at_ms: now_ms }, ...others].slice(0, 2);
  }

  #isAnotherActive(lane: LaneState, now_ms: number): boolean {
    return this.#active.some(({ name, at_ms }) => name !== lane.name && now_ms - at_ms < ACTIVE_MS);
  }

  #hasPlaceFor(lane: LaneState, now_ms: number): boolean {
    const { places } = this.#options;
    if (this.#working >= places) return false;
    if (lane.is_stranger && this.#strangers >= share(places, 0.75)) return false;
    if (!this.#isAnotherActive(lane, now_ms)) return lane.working.size < share(places, 0.75);
    if (lane.working.size >= share(places, 0.5)) return false;
    if (lane.flooding_until_ms <= now_ms) return true;
    let young = 0;
    for (const { since_ms } of lane.working) if (now_ms - since_ms < YOUNG_MS) young += 1;
    return young < share(places, 0.125 / Math.max(1, this.#countFlooding(now_ms)));
  }

  #countFlooding(now_ms: number): number {
    return this.#waiting.filter(({ flooding_until_ms }) => flooding_until_ms > now_ms).length;
  }

  /**
   * How many requests of a lane can queue: as many as there are places, so that a client with that many concurrent
   * requests never counts as flooding; a quarter of that during a flood, so that accepted requests do not wait long.
   */
  #lineOf(lane: LaneState, now_ms: number): number {
    const { places } = this.#options;
    const floods = lane.flooding_until_ms > now_ms;
    const lanes = this.#waiting.length + (this.#waiting.includes(lane) ? 0 : 1);
    const most = Math.min(floods ? places / 4 : places, (places * 2) / lanes);
    return Math.max(2, Math.floor(most));
  }

  #begin(ticket: Ticket, now_ms: number): void {
    const { lane } = ticket;
    ticket.since_ms = now_ms;
    lane.working.add(ticket);
    this.#working += 1;
    if (lane.is_stranger) this.#strangers += 1;
    ticket.begin();
  }

  #wait(ticket: Ticket, line: Ticket[]): void {
    line.push(ticket);
    if (!this.#waiting.includes(ticket.lane)) this.#waiting.push(ticket.lane);
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  /** Lanes take turns. */
  #beginNext(): void {
    const now_ms = this.#options.now_ms();
    for (let passed = 0; passed < this.#waiting.length && this.#working < this.#options.places;) {
      const lane = this.#waiting.shift();
      if (lane === undefined) return;
      if (lane.next.length + lane.aside.length === 0) continue;
      this.#waiting.push(lane);
      const is_burst_over = now_ms - lane.arrived_ms >= NOBODY_NEW_MS;
      if ((lane.next.length === 0 && !is_burst_over) || !this.#hasPlaceFor(lane, now_ms)) {
        passed += 1;
        continue;
      }
      passed = 0;
      this.#begin(this.#takeNext(lane, now_ms), now_ms);
    }
  }

  #takeNext(lane: LaneState, now_ms: number): Ticket {
    const next = lane.next.shift();
    if (next !== undefined) {
      if (lane.aside.length > 0) this.#overtake(lane, now_ms);
      return next;
    }
    lane.overtaken = Math.max(0, lane.overtaken - 1);
    this.#aside -= 1;
    return lane.aside.shift() as Ticket;
  }

  #overtake(lane: LaneState, now_ms: number): void {
    if (lane.overtaken === 0) lane.overtaken_since_ms = now_ms;
    lane.overtaken += 1;
    const is_stuck = now_ms - lane.overtaken_since_ms > OVERTAKEN_FOR_MS;
    if (lane.overtaken <= (is_stuck ? OVERTAKEN_SLOWLY_MOST : OVERTAKEN_MOST)) return;
    lane.overtaken = 0;
    lane.flooding_until_ms = now_ms + CALM_AFTER_MS;
  }

  #refuse(ticket: Ticket, now_ms: number): void {
    ticket.lane.flooding_until_ms = now_ms + CALM_AFTER_MS;
    ticket.refuse(this.#options.refusal());
  }

  /** Refuses what has waited for too long, and begins what may be begun since others are no longer young. */
  #look(): void {
    const now_ms = this.#options.now_ms();
    for (const lane of this.#waiting) {
      const refused_after_ms = REFUSED_AFTER_MS + lane.aside.length * REFUSED_LATER_MS;
      const patience_ms = lane.flooding_until_ms > now_ms ? refused_after_ms : PATIENCE_MS;
      for (const [line, longest_ms] of [
        [lane.aside, patience_ms],
        [lane.next, PATIENCE_MS],
      ] as const)
        for (
          let first = line[0];
          first !== undefined && now_ms - first.since_ms > longest_ms;
          first = line[0]
        ) {
          line.shift();
          if (line === lane.aside) this.#aside -= 1;
          this.#refuse(first, now_ms);
        }
    }
    this.#beginNext();
    this.#waiting = this.#waiting.filter(({ next, aside }) => next.length + aside.length > 0);
    if (this.#waiting.length > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    for (const lane of this.#lanes.values()) this.#forget(lane);
  }
}

/** So much of the places, and one at least. */
function share(places: number, part: number): number {
  return Math.max(1, Math.floor(places * part));
}

function remove(line: Ticket[], ticket: Ticket): boolean {
  const index = line.indexOf(ticket);
  if (index !== -1) line.splice(index, 1);
  return index !== -1;
}
