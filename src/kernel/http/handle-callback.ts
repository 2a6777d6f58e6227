import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { publicContext, type Services } from '../context.ts';
import { inTimeForSender, type SignedRequest } from './callback-route.ts';
import { render, retryLost, sendJson } from './handle-request.ts';
import type { Route } from './route.ts';

/** In this scope bodies stay the bytes that came, whatever type they claim. */
export function keepBodiesRaw(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);
}

/** One callback: `callbackRoute` says what is done of it, and the answer comes in time whatever becomes of that. */
export function callbackHandler(route: Route, services: Services, answer_within_ms: number) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const signed: SignedRequest = {
      headers: request.headers,
      params: request.params as Record<string, string>,
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    };
    const work = async (): Promise<unknown> => {
      await request.admission?.resume();
      try {
        return await retryLost(() =>
          route.run(publicContext(services, request.facts) as never, signed as never),
        );
      } finally {
        request.admission?.end();
      }
    };
    const working = work();
    // After the answer nobody waits for it any more.
    working.catch((error: unknown) => {
      if (reply.sent) request.log.warn({ request_id: request.id, err: error }, 'a late callback failed');
    });
    const result = await inTimeForSender(working, answer_within_ms);
    return sendJson(reply, 200, await render(route, result, request, {}));
  };
}
