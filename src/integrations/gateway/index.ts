import type { Clock } from '../../kernel/clock.ts';
import type { Config } from '../../kernel/config.ts';
import type { Log } from '../../kernel/log.ts';
import { openHttpClient } from '../http-client.ts';
import type { GatewayAccount, Gateways } from './port.ts';
import { ANSWER_BYTES } from './xendit-client.ts';
import { XenditAccount } from './xendit.ts';

const TIMEOUT_MS = 10_000;
/** Of requests that may be repeated. */
const TRIES = 2;

/**
 * The gateways at the addresses of the settings.
 * @param more.sandbox the gateway for trials, which is the installation's where the settings say so
 * @param more.stopping aborted when the process ends: the vendor is not waited for then
 */
export function openGateways(
  config: Pick<Config, 'GATEWAY' | 'XENDIT_URL' | 'XENDIT_KEY' | 'XENDIT_CALLBACK_TOKEN'>,
  { log, clock }: { log: Log; clock: Clock },
  {
    sandbox,
    timeout_ms = TIMEOUT_MS,
    stopping,
  }: { sandbox?: GatewayAccount; timeout_ms?: number; stopping?: AbortSignal } = {},
): Gateways {
  const http = openHttpClient({
    vendor: 'xendit',
    log,
    addresses_from: 'operator',
    timeout_ms,
    tries: TRIES,
    answer_bytes: ANSWER_BYTES,
    stopping,
  });
  const settings = { http, base_url: config.XENDIT_URL };
  const { GATEWAY, XENDIT_KEY: key, XENDIT_CALLBACK_TOKEN: callback_token } = config;
  const xendit =
    GATEWAY === 'xendit' && key !== undefined
      ? new XenditAccount(settings, clock, { key, callback_token })
      : undefined;
  return {
    open: (_name, credentials) => new XenditAccount(settings, clock, credentials),
    platform: GATEWAY === 'sandbox' ? sandbox : xendit,
  };
}
