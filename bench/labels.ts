import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import { parcelCode } from '../src/modules/shipping/parcel-code.ts';
import { watchWaits } from '../test/attack/health-watch.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { expectOk } from '../test/stall.ts';
import { onHeldServer, type LongestHold } from './held-server.ts';
import { memoryMb, watchMemory } from './memory.ts';
import { openBenchShop, type BenchShop } from './shop.ts';

const LABELS = 500;
/** As thermal printers have them. */
const DOTS_PER_INCH = 203;
const run = promisify(execFile);

interface Printed {
  order_id: number;
  po_number: number;
  awb_number: string;
  receiver: string;
  /** What the courier collects, as it stands on the label; undefined: nothing. */
  cod?: string;
}

/**
 * Prints 500 labels by the running server, and says how long that took, what it held and how long others waited; then
 * prints them as a thermal printer would and reads every bar code, QR code and text back.
 * @throws Error on a label that says something else than its order
 */
export async function measureLabels(number: number): Promise<void> {
  console.log(`\n${LABELS} labels of 100 x 150 mm, POST /api/open/shipping/label`);
  await onHeldServer(async (server, longestHold) =>
    measureOf(server, await openBenchShop(server.base_url, number), longestHold),
  );
}

async function measureOf(server: ServerProcess, shop: BenchShop, longestHold: LongestHold): Promise<void> {
  const orders = await placeOrders(shop);
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const print = (order_ids: number[]) =>
    fetch(`${server.base_url}/api/open/shipping/label`, {
      method: 'POST',
      headers: { authorization: `Bearer ${shop.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ order_ids }),
    });
  const order_ids = orders.map(({ order_id }) => order_id);
  const idle = await memoryMb(server.process_id);
  const memory = watchMemory(server.process_id, 50);
  await longestHold();
  let seconds = 0;
  let pdf = Buffer.alloc(0);
  const { longest_ms } = await watchWaits(server, '/healthz', {}, async () => {
    const began = performance.now();
    const answer = await print(order_ids);
    pdf = Buffer.from(await answer.arrayBuffer());
    seconds = (performance.now() - began) / 1000;
    if (!answer.ok) throw new Error(`printing answered ${answer.status}: ${pdf.toString().slice(0, 500)}`);
  });
  const held_ms = await longestHold();
  const most = await memory.end();
  console.log(`  ${seconds.toFixed(2)} s (promised: 5), ${(pdf.length / 1_048_576).toFixed(1)} MB of PDF`);
  console.log(
    `  the event loop was held ${held_ms.toFixed(0)} ms at most (promised: 50); /healthz meanwhile: ${longest_ms.toFixed(0)} ms at most`,
  );
  if (idle !== undefined && most !== undefined)
    console.log(
      `  memory at most: server ${most.server.toFixed(0)} MB, ${(most.server - idle.server).toFixed(0)} MB over the idle server (promised: 150)`,
    );
  await readBack(pdf, orders);
}

/** AWB numbers as couriers write them. */
const AWB_NUMBERS: ((n: number) => string)[] = [
  (n) => `JP${8_507_000_000 + n}`,
  (n) => String(14_890_012_340_000 + n),
  (n) => `SPXID${String(n).padStart(12, '0')}`,
  (n) => `NVIDTOKO${String(n).padStart(9, '0')}MLG`,
];
const RECEIVERS = ['Siti Rahmawati', 'José Ñandú', 'Muhammad Abdurrahman Wijayakusumaningrat', '王小明'];

async function placeOrders(shop: BenchShop): Promise<Printed[]> {
  const customers: number[] = [];
  for (const [index, name] of RECEIVERS.entries())
    customers.push(
      expectOk(
        await shop.call('POST', '/api/open/customer/create', {
          name,
          phone: `0812-9000-${1000 + index}`,
          district_id: 350715,
          address: `Jl. Melati Raya Blok C5 No. ${index} RT 001 RW 012, Dusun Krajan, sebelah masjid Al-Ikhlas`,
          postal_code: '65172',
          category: 'N',
          is_active: 'Y',
        }),
      ).body.data.customer_id,
    );
  const orders: Printed[] = [];
  for (let n = 0; n < LABELS; n += 1) {
    const who = n % RECEIVERS.length;
    const awb_number = AWB_NUMBERS[(n >> 2) % AWB_NUMBERS.length]?.(n) ?? '';
    const { order_id, po_number } = expectOk(
      await shop.call('POST', '/api/open/order', {
        ...shop.order,
        customer_sender_id: customers[who],
        customer_receiver_id: customers[who],
        awb_number,
        is_cod: n % 2 === 0,
        note: n % 3 === 0 ? 'Tolong bubble wrap, jangan dilipat' : '',
      }),
    ).body.data;
    const receiver = who === 3 ? 'WangXiaoMing' : (RECEIVERS[who] ?? '');
    orders.push({ order_id, po_number, awb_number, receiver, ...(n % 2 === 0 && { cod: 'Rp210.000' }) });
  }
  return orders;
}

async function readBack(pdf: Buffer, orders: readonly Printed[]): Promise<void> {
  for (const [program, debian_package] of [
    ['zbarimg', 'zbar-tools'],
    ['pdftoppm', 'poppler-utils'],
    ['pdftotext', 'poppler-utils'],
  ] as const)
    if (!(await isInstalled(program))) {
      console.log(
        `  ${program} is not installed (Debian: apt install ${debian_package}): labels are not read back.`,
      );
      return;
    }
  const folder = await mkdtemp(join(tmpdir(), 'ngorder-labels-'));
  try {
    const path = join(folder, 'labels.pdf');
    await writeFile(path, pdf);
    await run('pdftoppm', ['-r', String(DOTS_PER_INCH), '-gray', path, join(folder, 'page')]);
    const { stdout } = await run('pdftotext', ['-layout', path, '-'], { maxBuffer: 100_000_000 });
    const texts = stdout.split('\f');
    const turns = pLimit(2);
    await Promise.all(
      orders.map((order, index) =>
        turns(async () => {
          const picture = join(
            folder,
            `page-${String(index + 1).padStart(String(orders.length).length, '0')}.pgm`,
          );
          checkCodes(order, (await run('zbarimg', ['-q', picture])).stdout);
          checkText(order, (texts[index] ?? '').replaceAll(/\s+/g, ' '));
        }),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(
    `  read back at ${DOTS_PER_INCH} dpi: ${orders.length} bar codes and ${orders.length} QR codes are those of their orders, and so are the texts`,
  );
}

async function isInstalled(program: string): Promise<boolean> {
  return run('which', [program]).then(
    () => true,
    () => false,
  );
}

function checkCodes({ order_id, po_number, awb_number }: Printed, found: string): void {
  const read = found.trim().split('\n').toSorted().join('\n');
  const right = [`CODE-128:${awb_number}`, `QR-Code:${parcelCode({ po_number, order_id, number: 1 })}`].join(
    '\n',
  );
  if (read !== right) throw new Error(`the label of PO ${po_number} reads as\n${read}\nand not as\n${right}`);
}

function checkText({ po_number, awb_number, receiver, cod }: Printed, text: string): void {
  for (const part of [awb_number, receiver, `PO ${po_number}`, 'TAJINAN', '65172', '1 x Sepatu', cod ?? ''])
    if (!text.includes(part)) throw new Error(`the label of PO ${po_number} does not say ${part}:\n${text}`);
  if (cod === undefined && /\bCOD\b|Rp/.test(text))
    throw new Error(`the label of PO ${po_number} says an amount, and there is none to be collected`);
}
