/** How wrong passwords delay the following attempts; docs/decisions/0011-wrong-passwords.md gives the reasons. */
export interface AttemptRule {
  /** So many failures cost no wait. */
  free: number;
  /** One failure is forgotten every so many seconds. */
  leaks_every_s: number;
  /** The wait after the first failure too many; each further one doubles it. */
  shortest_s: number;
  longest_s: number;
}

/** A failure level as it was when it was last counted. */
export interface AttemptLevel {
  level: number;
  counted_at: Date;
}

/** One account from one network that the person is not known on. */
export const PAIR: AttemptRule = { free: 10, leaks_every_s: 3_600, shortest_s: 60, longest_s: 900 };
/** The same while the account is guessed at from many networks: no try is free, the first waits half a minute. */
export const PAIR_UNDER_ATTACK: AttemptRule = { ...PAIR, free: 0, shortest_s: 30 };
/**
 * One network, across all accounts. The typing errors of an office are soon forgotten; an attacker gets three attempts
 * a minute.
 */
export const NETWORK: AttemptRule = { free: 50, leaks_every_s: 20, shortest_s: 20, longest_s: 20 };
/** One account from anywhere except known devices. It delays nobody by itself: it indicates an attack. */
export const ACCOUNT: AttemptRule = { free: 30, leaks_every_s: 300, shortest_s: 0, longest_s: 0 };
/** A device or session that the person is known on. */
export const KNOWN: AttemptRule = { free: 10, leaks_every_s: 3_600, shortest_s: 60, longest_s: 900 };

/** Failures on an account after which the user is informed. */
export const REPORTED_AFTER = 10;

/** @returns milliseconds until the next try is looked at; 0 where it is now */
export function waitOf(rule: AttemptRule, last: AttemptLevel | undefined, now: Date): number {
  if (last === undefined) return 0;
  const beyond = Math.round(last.level) - rule.free;
  if (beyond < 0) return 0;
  const wait_s = Math.min(rule.longest_s, rule.shortest_s * 2 ** Math.min(beyond, 20));
  return Math.max(0, last.counted_at.getTime() + wait_s * 1000 - now.getTime());
}

/** The remaining level after leaking. */
export function levelNow(rule: AttemptRule, last: AttemptLevel | undefined, now: Date): number {
  if (last === undefined) return 0;
  const elapsed_s = Math.max(0, now.getTime() - last.counted_at.getTime()) / 1000;
  return Math.max(0, last.level - elapsed_s / rule.leaks_every_s);
}
