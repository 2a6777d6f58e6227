import { readFileSync } from 'node:fs';
import type { Clock } from '../../kernel/clock.ts';
import { ConfigError, type Config } from '../../kernel/config.ts';
import type { Log } from '../../kernel/log.ts';
import { openHttpClient } from '../http-client.ts';
import { Fcm, ServiceAccount } from './fcm.ts';
import type { Pushes } from './port.ts';
import { publicKeyOf, WebPush, type WebPushOptions } from './web-push.ts';

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES = 262_144;

/**
 * Web Push, which needs no account, and Firebase Cloud Messaging where the settings name one.
 * @param more.addresses_from see `WebPushOptions`
 * @throws ConfigError where the file of the service account cannot be read, or is none
 */
export function openPushes(
  config: Pick<Config, 'FCM_SERVICE_ACCOUNT' | 'FCM_URL'>,
  { log, clock }: { log: Log; clock: Clock },
  more: Omit<WebPushOptions, 'log'> = {},
): Pushes {
  const web = new WebPush({ log, ...more });
  const fcm =
    config.FCM_SERVICE_ACCOUNT === undefined
      ? undefined
      : new Fcm({
          http: openHttpClient({
            vendor: 'fcm',
            log,
            addresses_from: 'operator',
            timeout_ms: more.timeout_ms ?? TIMEOUT_MS,
            tries: 1,
            answer_bytes: ANSWER_BYTES,
            stopping: more.stopping,
          }),
          base_url: config.FCM_URL,
          account: readAccount(config.FCM_SERVICE_ACCOUNT),
          now: () => clock.now(),
        });
  return {
    has_fcm: fcm !== undefined,
    async send(address, message, identity) {
      if (address.kind === 'WEB') return web.send(address, message, identity);
      // The operator has no account any more: it may come back.
      return (await fcm?.send(address.token, message)) ?? 'REFUSED';
    },
    publicKey: publicKeyOf,
    isAddress: (address) => web.isAddress(address),
  };
}

function readAccount(file: string): ServiceAccount {
  try {
    return ServiceAccount.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new ConfigError(
      'FCM_SERVICE_ACCOUNT must name the JSON file of a service account, as the Firebase console gives it.',
    );
  }
}
