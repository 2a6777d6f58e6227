import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an address is in one of the networks, each as 10.0.0.0/8 or a single address. */
export function isWithin(networks: readonly string[], address: string): boolean {
  if (isIP(address) === 0) return false;
  // An IPv6 address that stands for an IPv4 one is looked at as that.
  const parsed = ipaddr.process(address);
  return networks.some((network) => {
    const [base, bits] = readNetwork(network);
    return base.kind() === parsed.kind() && parsed.match(base, bits);
  });
}

function readNetwork(network: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (network.includes('/')) return ipaddr.parseCIDR(network);
  const address = ipaddr.process(network);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
