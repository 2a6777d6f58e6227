import { bankOfChannel, type GatewayChannel } from '../../../integrations/gateway/port.ts';
import type { Language } from '../../../kernel/language.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { News } from '../callbacks.ts';
import type { SandboxCharge } from '../charges.ts';
import { DECISIONS, sandboxBalance, type Decision, type SandboxPayout } from '../payouts.ts';
import { sandboxNow, type Sandbox } from '../sandbox.ts';
import { timeText } from './charge-page.ts';
import { html, type Html } from './html.ts';
import { texts, type Texts } from './texts.ts';

/** Newest rows of each list on the page. */
const SHOWN = 30;

interface Desk {
  language: Language;
  path: string;
  note: Html | undefined;
}

/** Clock, payouts, charges and callbacks: for whoever tries the installation. */
export async function deskPage(sandbox: Sandbox, { language, path, note }: Desk): Promise<Html> {
  const t = texts[language];
  const { db } = sandbox;
  const newest = { payouts: db.selectFrom('sandbox_payouts'), charges: db.selectFrom('sandbox_charges') };
  const payouts = await newest.payouts.selectAll().orderBy('id', 'desc').limit(SHOWN).execute();
  const charges = await newest.charges.selectAll().orderBy('id', 'desc').limit(SHOWN).execute();
  const callbacks = await db
    .selectFrom('sandbox_callbacks')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  const button = (action: string, label: string, id?: number) =>
    html`<form method="post" action="${path}?lang=${language}">
      <input type="hidden" name="action" value="${action}" />
      ${id === undefined ? undefined : html`<input type="hidden" name="id" value="${id}" />`}<button>
        ${label}
      </button>
    </form>`;
  return html`${note}
    <section class="card">
      <h2>${t.clock}</h2>
      <p class="number">${timeText(await sandboxNow(sandbox))}</p>
      <p class="hint">${t.clock_hint}</p>
      <div class="row">${button('hour', t.hour)}${button('day', t.day)}${button('reset', t.reset)}</div>
    </section>
    <section class="card">
      <h2>${t.payouts}</h2>
      <p>${t.balance}: <strong>${rupiahText(await sandboxBalance(sandbox))}</strong></p>
      ${listOf(
        payouts.map((payout) => payoutLine(payout, t, button)),
        t.no_payouts,
      )}
    </section>
    <section class="card">
      <h2>${t.charges}</h2>
      <p><a href="/sandbox?lang=${language}">${t.find}</a></p>
      ${listOf(
        charges.map((charge) => chargeLine(charge, t, language)),
        t.no_charges,
      )}
    </section>
    <section class="card">
      <h2>${t.callbacks}</h2>
      ${listOf(
        callbacks.map((callback) => callbackLine(callback, t, button)),
        t.no_callbacks,
      )}
    </section>`;
}

type Button = (action: string, label: string, id?: number) => Html;

const listOf = (lines: Html[], none: string): Html =>
  lines.length === 0
    ? html`<p class="hint">${none}</p>`
    : html`<ul class="list">
        ${lines}
      </ul>`;

function payoutLine(payout: SandboxPayout, t: Texts, button: Button): Html {
  const { id, state, amount_idr, bank_code, account_number, holder_name, created_at } = payout;
  const possible = (Object.keys(DECISIONS) as Decision[]).filter((one) => DECISIONS[one].from === state);
  return html`<li>
    <strong>${rupiahText(amount_idr)}</strong> · ${bank_code} ${account_number} · ${holder_name}
    <p class="hint">${timeText(created_at)} · ${state === 'PAID' ? t.PAYOUT_PAID : t[state]}</p>
    <div class="row">${possible.map((one) => button(one, t[one], id))}</div>
  </li>`;
}

function chargeLine(
  { token, amount_idr, merchant_name, state, channel }: SandboxCharge,
  t: Texts,
  lang: Language,
) {
  const bank = bankOfChannel(channel as GatewayChannel);
  return html`<li>
    <strong>${rupiahText(amount_idr)}</strong> · ${merchant_name} ·
    ${bank === undefined ? t.page_method : `VA ${bank}`}
    <p class="hint">${t[state]} · <a href="/sandbox/pay/${token}?lang=${lang}">${t.open}</a></p>
  </li>`;
}

interface ShownCallback {
  id: number;
  body: string;
  attempts: number;
  next_try_at: Date | null;
  answer: string | null;
}

function callbackLine({ id, body, attempts, next_try_at, answer }: ShownCallback, t: Texts, button: Button) {
  const news = News.safeParse(JSON.parse(body)).data;
  const is_delivered = next_try_at === null && answer?.startsWith('2') === true;
  const state = is_delivered ? t.delivered : next_try_at === null ? t.given_up : t.waiting;
  return html`<li>
    ${news === undefined ? undefined : t[news.kind]} · ${rupiahText(news?.amount_idr ?? 0)} · ${news?.key}
    <p class="hint">${state} · ${attempts}× · ${answer ?? '–'}</p>
    <div class="row">${button('resend', t.resend, id)}</div>
  </li>`;
}
