import { worstProducts, worstTexts } from '../worst-texts.ts';
import { send, type Attack } from './attack.ts';
import { watchHealth } from './health-watch.ts';

/** The most that others wait, and that one text takes, and four at once; the small run has other tests beside it. */
const MOST_MS = {
  full: { wait: 250, one: 5_000, four: 9_000 },
  small: { wait: 1_000, one: 10_000, four: 18_000 },
};

/** Chat messages that are made to be read slowly, in a shop whose goods share all their words. */
export const orderTexts: Attack = {
  title: 'chat messages that are read slowly',
  async run({ server, token, size, report }) {
    for (const body of worstProducts(size === 'full' ? 50_400 : 2_400)) {
      const { status } = await send(server, 'POST', '/api/open/product/bulk', { token, body });
      if (status >= 300) throw new Error(`no shop to read in: ${status}`);
    }
    const read = async (text: string) => {
      const began = performance.now();
      const { status } = await send(server, 'POST', '/api/open/order/parse', { token, body: { text } });
      return { took_ms: performance.now() - began, status };
    };
    const texts = worstTexts();
    let slowest = { what: '', took_ms: 0 };
    let slowest_of_four = { what: '', took_ms: 0 };
    const refused: string[] = [];
    const watched = await watchHealth(server, async () => {
      for (const [what, text] of texts) {
        const { took_ms, status } = await read(text);
        if (took_ms > slowest.took_ms) slowest = { what, took_ms };
        if (status !== 200) refused.push(`${what}: ${status}`);
      }
      for (const [what, text] of size === 'full' ? texts : texts.slice(0, 3)) {
        const all = await Promise.all([read(text), read(text), read(text), read(text)]);
        const took_ms = Math.max(...all.map((one) => one.took_ms));
        if (took_ms > slowest_of_four.took_ms) slowest_of_four = { what, took_ms };
      }
    });
    const { longest_ms, more_mb } = watched;
    const most = MOST_MS[size];
    report('longest wait of /healthz', `${longest_ms.toFixed(0)} ms`, longest_ms < most.wait);
    report('memory', `${more_mb.toFixed(0)} MB more`, !(more_mb >= 150));
    const seconds = ({ what, took_ms }: typeof slowest) => `${(took_ms / 1_000).toFixed(1)} s, ${what}`;
    report('the slowest of the texts', seconds(slowest), slowest.took_ms < most.one);
    report('the slowest, four at once', seconds(slowest_of_four), slowest_of_four.took_ms < most.four);
    report('texts that were not read', refused.join('; ') || 'none', refused.length === 0);
  },
};
