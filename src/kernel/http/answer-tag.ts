import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { today } from '../calendar.ts';
import type { Services } from '../context.ts';
import { readShopVersion, type ShopVersion } from '../shop-version.ts';
import type { Route } from './route.ts';
import { namesTag } from './unchanging.ts';

/** What is described otherwise is answered otherwise: an upgrade changes all tags. */
const RELEASE = createHash('sha256')
  .update(readFileSync(new URL('../../../openapi.json', import.meta.url)))
  .digest('base64url');

/** The `ETag` of an answer, and whether the client has this answer. */
export interface AnswerTag {
  text: string;
  /** The state of the shop that it is of: what is remembered for the answer has to be of the same. */
  version: ShopVersion;
  is_known: boolean;
}

/**
 * The tag of what the route would answer now, without making the answer. Who names none is given the one of the moment at which
 * the credential was looked up, up to a second ago, which costs nothing: an older tag makes an answer be sent once more,
 * never a change be missed.
 * @param input as it was sent
 * @returns undefined if the route has none, or too much is happening in the shop
 */
export async function tagOf(
  route: Route,
  request: FastifyRequest,
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  input: unknown,
): Promise<AnswerTag | undefined> {
  const { principal } = request;
  if (route.tagged === undefined || principal === undefined) return undefined;
  const named = request.headers['if-none-match'];
  const version = named === undefined ? principal.version : await readShopVersion(db, principal.shop.id);
  if (version === undefined) return undefined;
  const { facts, method, url } = request;
  const { actor, shop } = principal;
  const text = digest([
    version,
    route.tagged === 'MINUTE' ? minute(clock.now()) : today(clock, shop.time_zone),
    shop,
    [actor.kind, actor.user_id, actor.role],
    [facts.language, facts.base_url, route.operation, url, input],
  ]);
  return {
    text,
    version,
    // `*` would be any answer that there is: whether there is one is found by making it.
    is_known: method === 'GET' && named !== '*' && namesTag(named, text),
  };
}

const minute = (now: Date): number => Math.floor(now.getTime() / 60_000);

function digest(parts: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify([RELEASE, ...parts]));
  return `W/"${hash.digest('base64url').slice(0, 22)}"`;
}

/** Says that the client has this answer. */
export function sendNotModified(reply: FastifyReply, tag: AnswerTag): FastifyReply {
  return reply.code(304).header('etag', tag.text).send();
}
