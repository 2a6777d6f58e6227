import type { Memory } from '../memory.ts';
import type { Measured } from '../load.ts';
import type { Work } from './repeat.ts';

/** Shops of each system; the first has the catalogue, each has two goods of its own that it sells. */
export const SHOPS = 16;
export const PRODUCTS = 1_000;
export const ROWS_PER_PAGE = 20;
/** More than any run sells. */
export const STOCK = 100_000_000;
/** One in seven of the catalogue has it. */
export const KEYWORD = 'Batik';

export type PageName = 'products' | 'orders' | 'product';

export interface Place {
  /** The system's programs, brought by `install`. */
  programs_dir: string;
  /** Its database, and what `seed` wrote for `start`. Another folder at each start. */
  data_dir: string;
}

/** A system that is measured. One more is one more file that implements this, and its name in the list of `index.ts`. */
export interface Peer {
  name: string;
  version: string;
  /** What a shop is in it. */
  shop: string;
  /** How an order is placed in it. */
  order: string;
  /** Whether what `seed` made is used by later runs, too; not where the tree that makes it changes. */
  keeps_seed: boolean;
  /** Brings the programs. Does nothing where they are there. */
  install(programs_dir: string): Promise<void>;
  /** Fills an empty data folder with the catalogue, and with a few orders where `addOrders` copies them. */
  seed(place: Place): Promise<void>;
  /** Brings the first shop to so many paid orders. */
  addOrders(place: Place, orders: number): Promise<void>;
  /** Starts it on what was seeded; ready when it answers requests. */
  start(place: Place): Promise<RunningPeer>;
}

export interface RunningPeer {
  memory(): Promise<Memory | undefined>;
  /** A client of its own, that places one whole paid order of two lines in a shop at each call. */
  orderClient(shop: number): Work;
  /** A client of its own, that reads a page at each call. */
  pageClient(page: PageName): Work;
  /** The same order as bare SQL by PostgreSQL's load generator; only of the product's own orders. */
  bareOrders?(shops: number, run: { connections: number; duration_s: number }): Promise<Measured | undefined>;
  stop(): Promise<void>;
}
