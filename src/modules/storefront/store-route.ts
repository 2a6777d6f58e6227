import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { PublicContext } from '../../kernel/context.ts';
import type { Answer } from '../../kernel/http/answer.ts';
import type { Route, RouteFacts } from '../../kernel/http/route.ts';
import type { Entrance, House, Visit } from '../../kernel/http/visit.ts';
import { storeErrors } from './errors.ts';
import { findBuyer } from './find-buyer.ts';
import { findStore, type FoundStore } from './find-store.ts';
import type { BuyerContext, StoreContext } from './store-context.ts';

type Who = 'anyone' | 'signed_in';
type ContextOf<Buyer extends Who> = Buyer extends 'signed_in' ? BuyerContext : StoreContext;

interface StoreDefinition<Input extends z.ZodObject, Result, Prepared, Buyer extends Who> extends Omit<
  RouteFacts<Input>,
  'path' | 'section'
> {
  path: `/api/store/:subdomain${string}`;
  /** Who may come in. Whoever sends a token must have a valid one, also where nobody needs to. */
  buyer: Buyer;
  answer: Answer<Result>;
  prepare?: (context: ContextOf<Buyer>, input: z.output<Input>) => Promise<Prepared>;
  run: (context: ContextOf<Buyer>, input: Prepared) => Promise<Result>;
}

/**
 * Declares a route of the stores, for visitors with or without a buyer's token. Its use-case gets a `StoreContext`; users,
 * their sessions and API keys count for nothing here.
 */
export function storeRoute<Input extends z.ZodObject, Result, Buyer extends Who, Prepared = z.output<Input>>(
  definition: StoreDefinition<Input, Result, Prepared, Buyer>,
): Route {
  const { buyer, input, ...facts } = definition;
  return {
    ...facts,
    section: 'Store',
    input: input.safeExtend({ subdomain: SUBDOMAIN }),
    access: entranceFor(buyer),
  };
}

const SUBDOMAIN = z.string().describe('Subdomain of the shop.');

function entranceFor(buyer: Who): Entrance {
  return {
    door: ({ subdomain = '' }) => subdomain.toLowerCase(),
    async find(context, subdomain): Promise<House> {
      const store = await findStore(context, subdomain);
      if (store === undefined) throw storeErrors.refuse('store_unknown');
      const { shop, allowed_origins } = store;
      return { shop_id: shop.id, allowed_origins, enter: (headers) => enter(context, store, headers, buyer) };
    },
    credential: {
      scheme: 'buyer',
      description: 'The token that a buyer gets by signing in to a store.',
      is_needed: buyer === 'signed_in',
    },
  };
}

async function enter(
  context: PublicContext,
  { shop, allowed_origins, name, subdomain }: FoundStore,
  { authorization = '' }: IncomingHttpHeaders,
  needed: Who,
): Promise<Visit> {
  const token = authorization.trim().replace(/^bearer\s+/i, '');
  const buyer = token === '' ? null : await findBuyer(context, shop.id, token);
  if (buyer === undefined || (buyer === null && needed === 'signed_in'))
    throw storeErrors.refuse('buyer_unauthenticated');
  return {
    principal: {
      shop,
      allowed_origins,
      actor: { kind: 'visitor', credential_id: buyer?.session_id ?? 0, user_id: 0, role: 'visitor' },
    },
    parts: { store: { name, subdomain }, buyer },
  };
}
