import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Services } from '../../../kernel/context.ts';
import { readLanguage, type Language } from '../../../kernel/language.ts';
import { deliverSoon, tellAgain } from '../callbacks.ts';
import { chargeBy, endCharge, endExpired, payCharge, paymentsOf, type SandboxCharge } from '../charges.ts';
import { DECISIONS, decidePayout, type Decision } from '../payouts.ts';
import { sandboxNow, type Sandbox } from '../sandbox.ts';
import { isToken } from '../token.ts';
import { chargePage } from './charge-page.ts';
import { deskPage } from './desk-page.ts';
import { html, type Html } from './html.ts';
import { sendPage } from './layout.ts';
import { texts } from './texts.ts';

const HOUR_MS = 3_600_000;
/** A payment after its time is so late. */
const LATE_MS = 60_000;

const hidden = { schema: { hide: true } };
type WithToken = { Params: { token: string }; Querystring: Record<string, unknown>; Body: unknown };

/** Serves the pages of the sandbox, where it is the gateway of the installation; else they do not exist. */
export function serveSandbox(app: FastifyInstance, services: Services): void {
  if (services.config.GATEWAY !== 'sandbox') return;
  const sandbox: Sandbox = services;
  app.get<WithToken>('/sandbox', hidden, (request, reply) => findPage(sandbox, request, reply));
  app.get<WithToken>('/sandbox/pay/:token', hidden, (request, reply) => showCharge(sandbox, request, reply));
  app.post<WithToken>('/sandbox/pay/:token', hidden, (request, reply) =>
    actOnCharge(sandbox, request, reply),
  );
  app.get<WithToken>('/sandbox/desk/:token', hidden, (request, reply) => showDesk(sandbox, request, reply));
  app.post<WithToken>('/sandbox/desk/:token', hidden, (request, reply) => actAtDesk(sandbox, request, reply));
}

type Request = FastifyRequest<WithToken>;

/** The one that was chosen on the page, else that of the browser. */
function languageOf({ query, headers }: Request): Language {
  const { lang } = query;
  if (lang === 'en' || lang === 'id') return lang;
  const accepted = headers['accept-language'];
  return accepted === undefined ? 'id' : readLanguage(accepted);
}
const pathOf = ({ url }: Request): string => url.split('?')[0] ?? '';

/** What became of a form, as the address of the page that follows has it. */
const OUTCOMES = { INVALID: '0', DONE: '1', NOTHING: '2' } as const;
type Outcome = keyof typeof OUTCOMES;

/** Of what was just done, for the page that follows. */
function noteOf(request: Request): Html | undefined {
  const t = texts[languageOf(request)];
  const { done } = request.query;
  if (done === OUTCOMES.DONE) return html`<p class="note" role="status">${t.done}</p>`;
  if (done === OUTCOMES.NOTHING) return html`<p class="note bad" role="alert">${t.nothing_done}</p>`;
  if (done === OUTCOMES.INVALID) return html`<p class="note bad" role="alert">${t.invalid_amount}</p>`;
  return undefined;
}

function missing(request: Request, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const t = texts[language];
  return sendPage(reply, 404, {
    title: t.missing,
    body: html`<p>${t.missing_hint}</p>`,
    language,
    path: '/sandbox',
  });
}

/** A page of another site may send forms here, where a person is signed in nowhere: they are not taken. */
function isFromElsewhere({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function forbidden(request: Request, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  return sendPage(reply, 403, {
    title: texts[language].title,
    body: html`<p>${texts[language].forbidden}</p>`,
    language,
    path: pathOf(request),
  });
}

/** As a cash machine: a charge is found by the number of its virtual account. */
async function findPage(sandbox: Sandbox, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request);
  const t = texts[language];
  const { va = '' } = request.query;
  const number = typeof va === 'string' ? va.replaceAll(/\D/g, '') : '';
  const charge = number === '' ? undefined : await chargeBy(sandbox, 'va_number', number.slice(0, 30));
  if (charge !== undefined) return reply.redirect(`/sandbox/pay/${charge.token}?lang=${language}`, 303);
  const note = number === '' ? undefined : html`<p class="note bad" role="alert">${t.not_found}</p>`;
  const body = html`${note}
    <form class="card" method="get" action="/sandbox">
      <input type="hidden" name="lang" value="${language}" />
      <p>
        <label for="va">${t.va}</label
        ><input id="va" name="va" inputmode="numeric" autocomplete="off" required />
      </p>
      <p class="hint">${t.find_hint}</p>
      <p><button class="main">${t.find}</button></p>
    </form>`;
  return sendPage(reply, number === '' ? 200 : 404, { title: t.title, body, language, path: '/sandbox' });
}

async function showCharge(sandbox: Sandbox, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const charge = await chargeBy(sandbox, 'token', request.params.token);
  if (charge === undefined) return missing(request, reply);
  const language = languageOf(request);
  const is_over = charge.state === 'OPEN' && charge.expires_at <= (await sandboxNow(sandbox));
  const body = chargePage({
    charge,
    state: is_over ? 'ENDED' : charge.state,
    payments: await paymentsOf(sandbox, charge.id),
    language,
    note: noteOf(request),
  });
  return sendPage(reply, 200, { title: texts[language].title, body, language, path: pathOf(request) });
}

const ChargeAction = z.object({
  action: z.enum(['pay', 'wrong', 'late', 'twice', 'end']),
  amount: z.string().optional(),
});

async function actOnCharge(sandbox: Sandbox, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  if (isFromElsewhere(request)) return forbidden(request, reply);
  const charge = await chargeBy(sandbox, 'token', request.params.token);
  const { data } = ChargeAction.safeParse(request.body);
  if (charge === undefined || data === undefined) return missing(request, reply);
  const outcome = await doToCharge(sandbox, charge, data);
  deliverSoon(sandbox);
  const done = OUTCOMES[outcome];
  return reply.redirect(`${pathOf(request)}?lang=${languageOf(request)}&done=${done}`, 303);
}

/** @returns INVALID where the amount cannot be read, NOTHING where the charge takes no more of this */
async function doToCharge(
  sandbox: Sandbox,
  charge: SandboxCharge,
  { action, amount }: z.output<typeof ChargeAction>,
): Promise<Outcome> {
  const now = await sandboxNow(sandbox);
  const is_open = charge.state === 'OPEN' && charge.expires_at > now;
  const pay = (amount_idr: number, at = now) => payCharge(sandbox, charge, amount_idr, at);
  if (action === 'pay' && !is_open) return 'NOTHING';
  if (action === 'end' && charge.state !== 'OPEN') return 'NOTHING';
  if (action === 'end') await endCharge(sandbox, charge.key);
  else if (action === 'late') {
    await endCharge(sandbox, charge.key);
    const after = new Date(Math.max(now.getTime(), charge.expires_at.getTime()) + LATE_MS);
    await pay(charge.amount_idr, is_open ? after : now);
  } else if (action === 'twice') {
    await pay(charge.amount_idr);
    if (is_open) await pay(charge.amount_idr);
  } else if (action === 'wrong') {
    const digits = /^(?:Rp)?\s*(\d{1,12})$/i.exec((amount ?? '').trim())?.[1];
    if (digits === undefined || Number(digits) === 0) return 'INVALID';
    await pay(Number(digits));
  } else await pay(charge.amount_idr);
  return 'DONE';
}

async function showDesk(sandbox: Sandbox, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  if (!isToken(sandbox.secrets, 'sandbox desk', request.params.token)) return missing(request, reply);
  const language = languageOf(request);
  const path = pathOf(request);
  const body = await deskPage(sandbox, { language, path, note: noteOf(request) });
  return sendPage(reply, 200, { title: texts[language].desk, body, language, path, is_wide: true });
}

const DeskAction = z.object({
  action: z.enum(['hour', 'day', 'reset', 'resend', ...(Object.keys(DECISIONS) as Decision[])]),
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
});

async function actAtDesk(sandbox: Sandbox, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  if (isFromElsewhere(request)) return forbidden(request, reply);
  const { data } = DeskAction.safeParse(request.body);
  if (!isToken(sandbox.secrets, 'sandbox desk', request.params.token) || data === undefined)
    return missing(request, reply);
  const { action, id = 0 } = data;
  if (action === 'hour' || action === 'day' || action === 'reset') await moveClock(sandbox, action);
  else if (action === 'resend') await tellAgain(sandbox, id);
  else await decidePayout(sandbox, id, action);
  deliverSoon(sandbox);
  return reply.redirect(`${pathOf(request)}?lang=${languageOf(request)}&done=${OUTCOMES.DONE}`, 303);
}

async function moveClock(sandbox: Sandbox, by: 'hour' | 'day' | 'reset'): Promise<void> {
  const ms = { hour: HOUR_MS, day: 24 * HOUR_MS, reset: 0 }[by];
  await sandbox.db
    .updateTable('sandbox_clock')
    .set((is) => ({ ahead_ms: by === 'reset' ? 0 : is('ahead_ms', '+', ms) }))
    .execute();
  await endExpired(sandbox);
}
