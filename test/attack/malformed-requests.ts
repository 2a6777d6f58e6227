import { MALFORMED_NAMES, STATIC_PATHS } from '../malformed-paths.ts';
import { rawRequest, requestText } from '../raw-request.ts';
import type { Attack } from './attack.ts';
import { watchHealth } from './health-watch.ts';

/** Requests that clients would mend before they send them. */
const BROKEN = [
  'HALO\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a\r\nHost : b\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a"b\r\nConnection: close\r\n\r\n',
  'GET http://jahat.example/docs HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a\r\nExpect: teh\r\nConnection: close\r\n\r\n',
  'POST /api/account/login HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd',
  'POST /api/account/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n',
  'POST /api/account/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'POST /api/account/login HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
  'POST /api/account/login HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n',
  'POST /api/account/login HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
  `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: a\r\n${'X: y\r\n'.repeat(3_000)}\r\n`,
];

/** Addresses of files that are none, and what is hardly HTTP, over sockets that send it as it is. */
export const malformedRequests: Attack = {
  title: 'malformed requests',
  async run({ server, size, report }) {
    const methods = size === 'full' ? ['GET', 'HEAD', 'POST', 'OPTIONS', 'PROPFIND'] : ['GET'];
    const requests = [
      ...methods.flatMap((method) =>
        STATIC_PATHS.flatMap((path) => MALFORMED_NAMES.map((name) => requestText(method, path + name))),
      ),
      ...BROKEN,
    ];
    let faults = 0;
    let reported = 0;
    const watched = await watchHealth(server, async () => {
      for (const request of requests) {
        const { status, text } = await rawRequest(server.base_url, request, 2_000);
        if (status >= 500) faults += 1;
        if (/\.ts:\d|node_modules|root:x:/.test(text.split('\r\n\r\n').slice(1).join())) reported += 1;
      }
    });
    report('answers with a fault of ours', `${faults} of ${requests.length}`, faults === 0);
    report('answers that tell code or files', String(reported), reported === 0);
    report('longest wait of /healthz', `${watched.longest_ms.toFixed(0)} ms`, watched.longest_ms < 250);
  },
};
