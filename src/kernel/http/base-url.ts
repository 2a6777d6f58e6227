import type { FastifyRequest } from 'fastify';
import type { Services } from '../context.ts';
import { kernelErrors } from '../errors.ts';

/** A name or address with or without a port: nothing that could end or change what it is written into. */
const HOST = /^(?:[\w.-]{1,255}|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * The address of this server as the client sees it, without a trailing slash: PUBLIC_URL, else what the request (or a
 * trusted proxy) says, else the address that the server listens on.
 * @throws Refusal 400 if the Host header is invalid, whether it is needed or not, because others read it too
 */
export function baseUrl(
  { host, protocol }: Pick<FastifyRequest, 'host' | 'protocol'>,
  { config, public_url }: Pick<Services, 'config' | 'public_url'>,
): string {
  if (host === '') return public_url();
  const address = `${protocol === 'https' ? 'https' : 'http'}://${host}`;
  if (!HOST.test(host) || !URL.canParse(address)) throw kernelErrors.refuse('unreadable_request');
  return config.PUBLIC_URL === undefined ? new URL(address).origin : public_url();
}
