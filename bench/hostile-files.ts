import { workbook } from '../test/workbook.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { memoryMb, watchMemory } from './memory.ts';

const MB = 1_048_576;
const CELL = '<c><v>1</v></c>';
const TITLES = '<row><c t="inlineStr"><is><t>Nama produk</t></is></c></row>';

/** Files that are meant to harm, or are sent by mistake, and none of which may cost the server anything. */
const FILES: Record<string, () => Buffer> = {
  'a file of 60 MB': () => Buffer.alloc(60 * MB, 'Kaos;1000\n'),
  'a workbook that unpacks to 1 GB and says so': () =>
    workbook({ rows: ' '.repeat(200 * MB) }, { 'xl/worksheets/sheet1.xml': 1_024 * MB }),
  'a workbook that unpacks to 400 MB and says 1 KB': () =>
    workbook({ rows: ' '.repeat(400 * MB) }, { 'xl/worksheets/sheet1.xml': 1_024 }),
  'a workbook of 3,000,000 rows': () => workbook({ rows: TITLES + `<row>${CELL}</row>`.repeat(3_000_000) }),
  'a workbook of 3,000,000 cells in a row': () => workbook({ rows: `<row>${CELL.repeat(3_000_000)}</row>` }),
  'a workbook whose entities multiply': () =>
    workbook({
      prologue: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
      rows: '<row><c t="inlineStr"><is><t>&b;</t></is></c></row>',
    }),
};

/** Sends each file as products to import, and says how soon it is refused and what memory it took. */
export async function measureHostileFiles(server: ServerProcess, token: string): Promise<void> {
  console.log('\nFiles that are refused, POST /api/open/product/import');
  for (const [title, make] of Object.entries(FILES)) {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(make())]), 'produk.xlsx');
    const idle = await memoryMb(server.process_id);
    const watch = watchMemory(server.process_id, 20);
    const began = performance.now();
    const answer = await fetch(`${server.base_url}/api/open/product/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    const { code } = (await answer.json()) as { code: string };
    const took_ms = performance.now() - began;
    const most = await watch.end();
    if (answer.ok) throw new Error(`${title} was not refused`);
    const more_mb = idle === undefined || most === undefined ? undefined : most.server - idle.server;
    const memory = more_mb === undefined ? '' : `, ${more_mb.toFixed(0)} MB more than before`;
    console.log(
      `${title.padEnd(50)} ${took_ms.toFixed(0).padStart(5)} ms: ${answer.status} ${code}${memory}`,
    );
  }
}
