import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Services } from '../context.ts';
import { kernelErrors } from '../errors.ts';
import { errorAnswer } from './error-answer.ts';
import { newRequestId } from './request-id.ts';

/** How long a connection that is refused stays open, so that the answer arrives. */
const LINGER_MS = 1_000;

/** The refusal of what Node.js could not read as a request, by the code of its error. */
function refusalOf(code: string | undefined) {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return kernelErrors.refuse('request_timeout');
  if (code === 'HPE_HEADER_OVERFLOW') return kernelErrors.refuse('headers_too_large');
  return kernelErrors.refuse('unreadable_request');
}

/** Answers what is not a readable HTTP request in the envelope of every other error, and closes the connection. */
export function answerBrokenRequest(services: Services) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    // Into the middle of an answer nothing is written: it would be taken for a part of it.
    const { _httpMessage: answering } = socket as { _httpMessage?: ServerResponse | null };
    if (error.code === 'ECONNRESET' || !socket.writable || answering?.headersSent === true) {
      socket.destroy();
      return;
    }
    const request_id = newRequestId(services);
    const base_url = services.public_url();
    const { status, body } = errorAnswer(refusalOf(error.code), { language: 'en', request_id, base_url });
    const text = JSON.stringify(body);
    services.log.info({ request_id, route: '(none)', status, address: socket.remoteAddress });
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        'content-type: application/json; charset=utf-8',
        `content-length: ${Buffer.byteLength(text)}`,
        'cache-control: no-store',
        'x-content-type-options: nosniff',
        `x-request-id: ${request_id}`,
        'connection: close',
        '',
        text,
      ].join('\r\n'),
    );
    // Time to read the answer; who goes on sending is not listened to for as long as they like.
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };
}

/**
 * The address of a request, with a path that can be decoded: percent signs that encode nothing stand for themselves, so
 * that an invalid address is answered like any other that does not exist.
 */
export function readableUrl({ url = '/' }: IncomingMessage): string {
  const [path = '', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
