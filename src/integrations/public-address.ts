import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { buildConnector } from 'undici';
import { loadWhenUsed } from '../kernel/load-when-used.ts';

const undici = loadWhenUsed((require) => require('undici') as typeof import('undici'));

/** An address that a user entered leads to where only we can go, as this machine or its network. */
export class AddressRefused extends Error {
  constructor(host: string) {
    super(`${host} is not in the public internet`);
  }
}

/** Answers requests of machines in its cloud only, though its address looks public (Azure's virtual public IP). */
const METADATA = '168.63.129.16';

/**
 * Whether an IP address is of the public internet: not of this machine, of a private network, of a link (with the
 * metadata of clouds, 169.254.169.254), of many hosts, nor of a range that IANA reserves or that hides an IPv4 address in
 * an IPv6 one (6to4, Teredo, NAT64), which could lead to any of these.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  // An IPv6 address that stands for an IPv4 one is looked at as that.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || parsed.toString() === METADATA) return false;
  // Only 2000::/3 is given out to the public.
  return parsed.kind() === 'ipv4' || parsed.toByteArray()[0]! >> 5 === 1;
}

/** Names that only a machine or its network knows. */
export function isLocalName(host: string): boolean {
  const name = host.replace(/\.$/, '');
  return !name.includes('.') || /(?:^|\.)(?:localhost|local|internal|lan|intranet|home\.arpa)$/.test(name);
}

/** As `dns.lookup` with `all`. */
export type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Opens connections for undici to public addresses alone. What is looked at is the address that is then connected to:
 * the name is resolved once, by the connection itself, so that its answer can't be another a moment later; a
 * redirection opens a connection too and is looked at like the first.
 * @param resolve `nameServers`; replaced in tests
 * @param isAllowed replaced in tests, whose servers are on this machine
 */
export function publicConnector(
  connect_timeout_ms: number,
  resolve: Resolve,
  isAllowed: (address: string) => boolean = isPublicAddress,
): buildConnector.connector {
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, '');
      // One that is not public spoils the name: nobody who means well has both.
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isAllowed(address)))
        return done(new AddressRefused(host), '');
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
  const connector = undici().buildConnector({ lookup, timeout: connect_timeout_ms, allowH2: false });
  return (options, done) => {
    // Of an address that is written out nothing is looked up.
    const host = options.hostname.replace(/^\[(.*)\]$/, '$1');
    if (isIP(host) !== 0 && !isAllowed(host)) return done(new AddressRefused(host), null);
    return connector(options, done);
  };
}
