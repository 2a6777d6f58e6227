import type { FastifyReply, FastifyRequest } from 'fastify';

/** What browsers are shown where no route is: one page, which finds by the address what to show. */
export interface Pages {
  answer(request: FastifyRequest, reply: FastifyReply): FastifyReply;
}

/** Where addresses are for programs and files, and a wrong one is an error. */
const NO_PAGES = /^\/(api|docs|files|dashboard|assets)(\/|$)|\.\w+$/;

/** Whether a person opens this address in a browser. */
export function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  const [path = ''] = url.split('?', 1);
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.accept?.includes('text/html') === true &&
    !NO_PAGES.test(path)
  );
}
