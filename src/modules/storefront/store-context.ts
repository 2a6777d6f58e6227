import type { Context } from '../../kernel/context.ts';

/** The web store of a shop. */
export interface Store {
  name: string;
  /** In small letters, as it stands in the address of the store. */
  subdomain: string;
}

/** A customer who is signed in at a store. */
export interface Buyer {
  customer_id: number;
  /** Decides the prices. */
  category_code: string;
  session_id: number;
}

/**
 * The context of a visitor of a store, in the name of its shop. Its actor is no user: it has no permission, so what a
 * permission is for is hidden from it, and it may do what the use-cases of the store do, and nothing else.
 */
export interface StoreContext extends Context {
  store: Store;
  /** null: a guest, who gets the prices of category N. */
  buyer: Buyer | null;
}

/** The context of a customer who is signed in. */
export interface BuyerContext extends StoreContext {
  buyer: Buyer;
}
