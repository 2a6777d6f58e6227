import { connect } from 'node:net';

/** What a server said to bytes that were sent as they are, without a client that mends them. */
export interface RawAnswer {
  /** NaN where it said nothing that is an answer. */
  status: number;
  text: string;
}

/**
 * Sends bytes and reads until the server ends the connection.
 * @param most_ms after which the connection is given up
 */
export async function rawRequest(base_url: string, bytes: string, most_ms = 5_000): Promise<RawAnswer> {
  const { hostname, port } = new URL(base_url);
  const socket = connect(Number(port), hostname);
  const limit = setTimeout(() => socket.destroy(), most_ms);
  socket.write(Buffer.from(bytes, 'latin1'));
  let text = '';
  try {
    for await (const chunk of socket) text += String(chunk);
  } catch {
    // A connection that is reset is ended too.
  } finally {
    clearTimeout(limit);
    socket.destroy();
  }
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1]), text };
}

/** A whole request without a body. */
export function requestText(method: string, target: string, headers: readonly string[] = []): string {
  return [`${method} ${target} HTTP/1.1`, 'Host: ngorder.test', 'Connection: close', ...headers, '', ''].join(
    '\r\n',
  );
}

/**
 * Sends the beginning of a request and then a byte of its body at a time, without end.
 * @returns the answer, and after how long the server ended the connection
 */
export async function dripRequest(
  base_url: string,
  beginning: string,
  { every_ms, most_ms }: { every_ms: number; most_ms: number },
): Promise<RawAnswer & { ended_ms: number }> {
  const { hostname, port } = new URL(base_url);
  const socket = connect(Number(port), hostname);
  const began = performance.now();
  let text = '';
  socket.on('data', (chunk) => (text += String(chunk)));
  socket.on('error', () => undefined);
  socket.write(beginning);
  const drip = setInterval(() => socket.write('a'), every_ms);
  const limit = setTimeout(() => socket.destroy(), most_ms);
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(drip);
  clearTimeout(limit);
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1]),
    text,
    ended_ms: performance.now() - began,
  };
}
