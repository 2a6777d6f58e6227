import { send, type Attack } from './attack.ts';
import { watchHealth } from './health-watch.ts';

/** Files that hold next to nothing, in as many lines as their size allows. */
export const emptyLines: Attack = {
  title: 'sheets of empty lines',
  async run({ server, token, size, report }) {
    const lines = size === 'full' ? 9_000_000 : 400_000;
    for (const [what, line] of [
      ['empty lines', '\n'],
      ['lines of semicolons', ';;;;;\n'],
    ] as const) {
      const form = new FormData();
      const text = 'Nama produk;SKU\n' + line.repeat(Math.floor(lines / line.length));
      form.set('file', new Blob([text]), 'produk.csv');
      const watched = await watchHealth(server, async () => {
        await send(server, 'POST', '/api/open/product/import', { token, form });
      });
      report(
        `${what}: longest wait of /healthz`,
        `${watched.longest_ms.toFixed(0)} ms`,
        watched.longest_ms < 250,
      );
      report(`${what}: memory`, `${watched.more_mb.toFixed(0)} MB more`, !(watched.more_mb >= 150));
    }
  },
};
