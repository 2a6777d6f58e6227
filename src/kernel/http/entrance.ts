import type { FastifyRequest } from 'fastify';
import { publicContext, type Services } from '../context.ts';
import { hasEntrance, type Route } from './route.ts';
import type { Entrance } from './visit.ts';

/**
 * Lets the request in at the entrance of its route, if it has one.
 * @throws Refusal 401, 404: see `Entrance`
 */
export async function enter(services: Services, request: FastifyRequest): Promise<void> {
  const { entrance } = request.routeOptions.config;
  if (entrance === undefined) return;
  const door = doorOf(request, entrance);
  const house = await entrance.find(publicContext(services, request.facts), door);
  request.house = house;
  request.visit = await house.enter(request.headers);
  request.principal = request.visit.principal;
}

export function doorOf(request: FastifyRequest, entrance: Entrance): string {
  return entrance.door(request.params as Record<string, string>);
}

/** Whether a path is behind an entrance, also where the request leads to no route, as with OPTIONS. */
export function behindEntrances(routes: readonly Route[]): (request: FastifyRequest) => boolean {
  const fronts = routes.flatMap(({ access, path }) =>
    hasEntrance(access) ? [path.slice(0, path.indexOf(':'))] : [],
  );
  const distinct = [...new Set(fronts)];
  return ({ url }) => distinct.some((front) => url.startsWith(front));
}
