import type { IncomingHttpHeaders } from 'node:http';
import type { Principal, PublicContext } from '../context.ts';

/** Whose the house is that a path leads to. */
export interface House {
  shop_id: number;
  /** Origins whose pages may read what is answered here, whatever the installation allows elsewhere. */
  allowed_origins: readonly string[];
  /**
   * Lets a visitor in, by the headers of the request.
   * @throws Refusal 401 where they say who it is, and it is nobody known, or where they have to say it and do not
   */
  enter: (headers: IncomingHttpHeaders) => Promise<Visit>;
}

/** A visitor who was let in. */
export interface Visit {
  principal: Principal;
  /** What the use-cases get in their context besides. */
  parts: object;
}

/**
 * Of a route with an entrance of its own: visitors, who are no users of the shop, come in by what the path and the headers
 * say, before the body is read. Cookies count for nothing. All visitors of a shop share a lane, apart from its staff.
 */
export interface Entrance {
  /** What the path says of the house: the lane of its visitors is found by it without a query. */
  door: (params: Readonly<Record<string, string>>) => string;
  /** @throws Refusal 404 where there is no such house */
  find: (context: PublicContext, door: string) => Promise<House>;
  /** How visitors say who they are. */
  credential: { scheme: string; description: string; is_needed: boolean };
}
