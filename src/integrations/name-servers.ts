import { lookup, Resolver, type LookupAddress } from 'node:dns';
import { AddressRefused, isLocalName, type Resolve } from './public-address.ts';

const TIMEOUT_MS = 2_500;
const TRIES = 2;

/**
 * Resolves names that users have entered by asking name servers directly. `dns.lookup` would do it in a thread of the few
 * that passwords are hashed in too, and a name server that never answers would hold all of them.
 * @param reads_hosts whether names that no name server knows are looked for as the system does it, with its hosts file: for
 *   operators who name machines of their network
 */
export function nameServers({ reads_hosts }: { reads_hosts: boolean }): Resolve {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  return (host, options, done) => {
    if (!reads_hosts && isLocalName(host)) return done(new AddressRefused(host), []);
    const found: LookupAddress[] = [];
    let waiting = 2;
    let failure: NodeJS.ErrnoException | null = null;
    const take = (family: 4 | 6) => (error: NodeJS.ErrnoException | null, addresses: string[]) => {
      if (error === null) for (const address of addresses) found.push({ address, family });
      else failure = error;
      waiting -= 1;
      if (waiting > 0) return;
      if (found.length > 0)
        done(
          null,
          found.toSorted((a, b) => a.family - b.family),
        );
      else if (reads_hosts) lookup(host, options, done);
      else done(failure, []);
    };
    resolver.resolve4(host, take(4));
    resolver.resolve6(host, take(6));
  };
}
