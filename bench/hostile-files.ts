import sharp from 'sharp';
import { gifHeader, pngHeader } from '../test/hostile-pictures.ts';
import { workbook } from '../test/workbook.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { memoryMb, watchMemory } from './memory.ts';

const MB = 1_048_576;
const CELL = '<c><v>1</v></c>';
const TITLES = '<row><c t="inlineStr"><is><t>Nama produk</t></is></c></row>';

/** Files that are meant to harm, or are sent by mistake, and none of which may cost the server anything. */
const SHEETS: Record<string, () => Buffer> = {
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

const PICTURES: Record<string, () => Buffer | Promise<Buffer>> = {
  'a file of 60 MB': () => Buffer.alloc(60 * MB, 'JFIF'),
  'an SVG with a script, named .png': () =>
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  'a PNG of 30,000 × 30,000 pixels': () => pngHeader(30_000, 30_000),
  'a GIF of 60,000 × 60,000 pixels': () => gifHeader(60_000, 60_000),
  'a JPEG that is cut off': async () => {
    const photo = sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: '#8a1c4a' } });
    const whole = await photo.jpeg().toBuffer();
    return whole.subarray(0, whole.length / 2);
  },
};

/** Sends each file as products to import or as a picture, and says how soon it is refused and what memory it took. */
export async function measureHostileFiles(server: ServerProcess, token: string): Promise<void> {
  await sendAll(server, token, '/api/open/product/import', 'file', 'produk.xlsx', SHEETS);
  await sendAll(server, token, '/api/open/product/image', 'image', 'foto.png', PICTURES);
}

async function sendAll(
  server: ServerProcess,
  token: string,
  path: string,
  field: string,
  file_name: string,
  files: Record<string, () => Buffer | Promise<Buffer>>,
): Promise<void> {
  console.log(`\nFiles that are refused, POST ${path}`);
  for (const [title, make] of Object.entries(files)) {
    const form = new FormData();
    form.set(field, new Blob([new Uint8Array(await make())]), file_name);
    const idle = await memoryMb(server.process_id);
    const watch = watchMemory(server.process_id, 20);
    const began = performance.now();
    const answer = await fetch(server.base_url + path, {
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
