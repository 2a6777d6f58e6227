import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import type { Config } from '../config.ts';

/**
 * Which of the addresses that a request passed are proxies of ours, as Fastify asks for it. Of `X-Forwarded-For` the
 * last entry was written by the proxy that is nearest; what stands before those of our proxies was written by the
 * client and is never believed.
 */
export function trustedProxies(
  setting: Config['TRUST_PROXY'],
): false | string[] | ((address: string, hop: number) => boolean) {
  // Fastify itself believes nobody where it is given a number.
  return typeof setting === 'number' ? (_address, hop) => hop < setting : setting;
}

/** The address that a request came from; of what a proxy names only what is an address, without its port. */
export function clientAddress({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  const told = (ip ?? '').replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  const address = isIP(told) === 0 ? (socket.remoteAddress ?? '') : told;
  // An IPv4 address that came over IPv6 is the same address.
  return isIP(address) === 0 ? '' : ipaddr.process(address).toString();
}

/**
 * What counts as one caller among those that are not signed in: an IPv4 address, or the /64 of an IPv6 one, as every
 * home has so many addresses for itself.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.split('%')[0]}/64`).toString()}/64`;
}
