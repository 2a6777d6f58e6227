import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import type { Config } from '../config.ts';

/**
 * Which of the addresses that a request passed are trusted proxies, in the form that Fastify needs. The last entry of
 * `X-Forwarded-For` was written by the nearest proxy; entries before those of our proxies were written by the client
 * and are never trusted.
 */
export function trustedProxies(
  setting: Config['TRUST_PROXY'],
): false | string[] | ((address: string, hop: number) => boolean) {
  // Fastify itself believes nobody where it is given a number.
  return typeof setting === 'number' ? (_address, hop) => hop < setting : setting;
}

/** The client address of a request; from a proxy only a valid address is accepted, without its port. */
export function clientAddress({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  const reported = (ip ?? '').replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  const address = isIP(reported) === 0 ? (socket.remoteAddress ?? '') : reported;
  // An IPv4 address that came over IPv6 is the same address.
  return isIP(address) === 0 ? '' : ipaddr.process(address).toString();
}

/**
 * The unit that counts as one client when not signed in: an IPv4 address, or the /64 of an IPv6 one, because every home
 * has that many addresses.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.split('%')[0]}/64`).toString()}/64`;
}
