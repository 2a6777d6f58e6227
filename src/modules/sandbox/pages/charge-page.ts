import { bankOfChannel, type GatewayChannel } from '../../../integrations/gateway/port.ts';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Language } from '../../../kernel/language.ts';
import { rupiahText } from '../../../kernel/money.ts';
import type { SandboxCharge } from '../charges.ts';
import { html, type Html } from './html.ts';
import { texts } from './texts.ts';

/** Where most buyers are; the sandbox belongs to no shop. */
const ZONE = 'Asia/Jakarta';
export const timeText = (moment: Date): string => `${dateTimeText(moment, ZONE)} WIB`;

export interface ShownCharge {
  charge: SandboxCharge;
  /** ENDED too where its time is over. */
  state: SandboxCharge['state'];
  payments: { amount_idr: number; paid_at: Date }[];
  language: Language;
  note: Html | undefined;
}

/** What a buyer would see, with buttons for all that buyers do. */
export function chargePage({ charge, state, payments, language, note }: ShownCharge): Html {
  const t = texts[language];
  const bank = bankOfChannel(charge.channel as GatewayChannel);
  const path = `/sandbox/pay/${charge.token}?lang=${language}`;
  const action = (name: string, label: string, hint: string, fields?: Html, is_main = false) =>
    html`<form class="action" method="post" action="${path}">
<input type="hidden" name="action" value="${name}">
${fields}
<p><button${is_main ? html` class="main"` : undefined}>${label}</button></p>
<p class="hint">${hint}</p>
</form>`;
  return html`${note}
    <section class="card">
      <dl>
        <dt>${t.pay_to}</dt>
        <dd>${charge.merchant_name}</dd>
        <dt>${t.amount}</dt>
        <dd class="big">${rupiahText(charge.amount_idr)}</dd>
        <dt>${t.for}</dt>
        <dd>${charge.description}</dd>
        <dt>${t.payer}</dt>
        <dd>${charge.payer_name}</dd>
        <dt>${t.method}</dt>
        <dd>${bank === undefined ? t.page_method : `Virtual account ${bank}`}</dd>
        ${
          charge.va_number === null
            ? undefined
            : html`<dt>${t.va}</dt>
                <dd class="number">${charge.va_number}</dd>`
        }
        <dt>${t.until}</dt>
        <dd>${timeText(charge.expires_at)}</dd>
        <dt>${t.state}</dt>
        <dd><strong>${t[state]}</strong></dd>
      </dl>
    </section>
    ${payments.length === 0 ? undefined : receivedList(payments, t.received)}
    <section class="card">
      ${state === 'OPEN' ? action('pay', `${t.pay} ${rupiahText(charge.amount_idr)}`, t.pay_hint, undefined, true) : undefined}
      ${state === 'OPEN' ? action('wrong', t.wrong, t.wrong_hint, amountField(charge.amount_idr, t.wrong_amount)) : undefined}
      ${state === 'PAID' ? undefined : action('late', t.late, t.late_hint)}
      ${state === 'ENDED' ? undefined : action('twice', state === 'PAID' ? t.again : t.twice, t.twice_hint)}
      ${state === 'OPEN' ? action('end', t.end, t.end_hint) : undefined}
    </section>
    ${charge.return_url === null ? undefined : html`<p><a href="${charge.return_url}">${t.back}</a></p>`}`;
}

function receivedList(payments: ShownCharge['payments'], title: string): Html {
  const lines = payments.map(
    ({ amount_idr, paid_at }) => html`<li>${rupiahText(amount_idr)} · ${timeText(paid_at)}</li>`,
  );
  return html`<section class="card">
    <h2>${title}</h2>
    <ul class="list">
      ${lines}
    </ul>
  </section>`;
}

function amountField(amount_idr: number, label: string): Html {
  return html`<p>
    <label for="amount">${label}</label>
    <input
      id="amount"
      name="amount"
      inputmode="numeric"
      autocomplete="off"
      value="${Math.max(1, amount_idr - 1_000)}"
    />
  </p>`;
}
