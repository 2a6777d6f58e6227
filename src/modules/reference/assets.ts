import type { FastifyInstance, FastifyReply } from 'fastify';
import { badgeSvg } from './badge.ts';
import { couriers, familyName } from './reference.ts';

type Named = { Params: { file: string } };

/** Serves the badges of banks and couriers. */
export function registerAssets(app: FastifyInstance): void {
  const hidden = { schema: { hide: true } };
  app.get<Named>('/assets/bank/:file', hidden, (request, reply) => {
    const family = request.params.file.replace(/\.svg$/, '');
    const name = familyName(family);
    return name === undefined ? reply.callNotFound() : sendBadge(reply, badgeSvg(name, family));
  });
  app.get<Named>('/assets/courier/:file', hidden, (request, reply) => {
    const code = request.params.file.replace(/\.svg$/, '');
    const courier = couriers.find((one) => one.code === code);
    return courier ? sendBadge(reply, badgeSvg(courier.name, courier.code)) : reply.callNotFound();
  });
}

/** Sends a badge, which clients may keep for a week. */
export function sendBadge(reply: FastifyReply, svg: string): FastifyReply {
  return (
    reply
      .type('image/svg+xml')
      // A week: the name of a badge stays the same when its drawing changes.
      .header('cache-control', 'public, max-age=604800')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(svg)
  );
}
