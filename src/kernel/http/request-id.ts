import type { Services } from '../context.ts';

/** 13 hexadecimal digits of the moment in microseconds, as the reference shows, and 8 random ones. */
export function newRequestId(services: Pick<Services, 'clock' | 'random'>): string {
  const moment = Math.trunc(services.clock.now().getTime() * 1000)
    .toString(16)
    .padStart(13, '0')
    .slice(-13);
  return moment + services.random.bytes(4).toString('hex');
}
