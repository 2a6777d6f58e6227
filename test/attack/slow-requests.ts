import { connect } from 'node:net';
import { limits } from '../../src/kernel/limits.ts';
import { dripRequest, requestText } from '../raw-request.ts';
import type { Attack } from './attack.ts';
import { watchHealth } from './health-watch.ts';

/** How late after its time a request may be ended: Node.js looks once a second, and the answer gets another to be read. */
const LATE_MS = 3_000;

/** Clients that send a byte a second or nothing, or read nothing, and hold their connections for as long as they are let. */
export const slowRequests: Attack = {
  title: 'slow requests',
  async run({ server, token, size, report }) {
    const head = `Host: a\r\nAuthorization: Bearer ${token}\r\nContent-Length: 9000\r\n`;
    const beginnings = [
      [
        'a body of JSON',
        `POST /api/open/order HTTP/1.1\r\n${head}Content-Type: application/json\r\n\r\n{"a":"`,
      ],
      [
        'a file',
        `POST /api/open/product/import HTTP/1.1\r\n${head}Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\n`,
      ],
      ['a body that nobody reads', `POST /tidak/ada HTTP/1.1\r\n${head}\r\n`],
      ['headers', 'GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    ] as const;
    const most_ms = size === 'full' ? 2 * limits.request_timeout_ms : 3_000;
    const { hostname, port } = new URL(server.base_url);
    const silent = Array.from({ length: size === 'full' ? 1_000 : 100 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined).resume();
      return socket;
    });
    // The largest file that anybody may ask for, and nobody reads: what waits to be sent is held once, not for each.
    const deaf = Array.from({ length: size === 'full' ? 200 : 20 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined).pause();
      return socket;
    });
    const ended: [string, number][] = [];
    const watched = await watchHealth(server, async () => {
      for (const socket of deaf) socket.write(requestText('GET', '/docs/js/scalar.js'));
      await Promise.all(
        beginnings.map(async ([what, beginning]) => {
          const { ended_ms } = await dripRequest(server.base_url, beginning, { every_ms: 1_000, most_ms });
          ended.push([what, ended_ms]);
        }),
      );
    });
    if (size === 'full') {
      for (const [what, ended_ms] of ended)
        report(
          `${what}, a byte a second: ended after`,
          `${(ended_ms / 1_000).toFixed(1)} s`,
          ended_ms <= limits.request_timeout_ms + LATE_MS,
        );
      const open = silent.filter((socket) => !socket.closed).length;
      report('silent connections still open', `${open} of ${silent.length}`, open === 0);
    }
    for (const socket of [...silent, ...deaf]) socket.destroy();
    report('longest wait of /healthz', `${watched.longest_ms.toFixed(0)} ms`, watched.longest_ms < 250);
    report('memory', `${watched.more_mb.toFixed(0)} MB more`, !(watched.more_mb >= 150));
  },
};
