import { workbook } from '../workbook.ts';
import { send, type Attack, type Size, type Target } from './attack.ts';
import { watchHealth } from './health-watch.ts';

/** The most that one step of an import may make another request wait, more memory, and time that a request takes. */
const WAIT_MS = { full: 250, small: 1_000 };
const MORE_MB = 250;
const ANSWER_MS = 10_000;

interface WorstImport {
  what: string;
  file: (rows: number) => Buffer | string;
}

const lines = (rows: number, line: (at: number) => string) =>
  Array.from({ length: rows }, (_, at) => `${line(at)}\n`).join('');
const long = (part: string, characters: number) => part.repeat(Math.ceil(characters / part.length));
/** As many cells as a row may have. */
const wide = (cell: (at: number) => string) => Array.from({ length: 200 }, (_, at) => cell(at));
const xmlRow = (cells: string[]) =>
  `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

const FOREIGN_HEAD =
  'Type;SKU;Nama;Parent;Harga;Attribute 1 name;Attribute 1 value(s);Grosir;Preorder;Keterangan\n';

const IMPORTS: WorstImport[] = [
  {
    what: 'products with categories of their own',
    file: (rows) =>
      `Nama;Kategori;SKU;Harga;Stok\n${lines(rows, (at) => `Tas ${at};Kategori ${at % 999};T-${at};9000;3`)}`,
  },
  {
    what: 'more categories than there may be',
    file: (rows) => `Nama;Kategori;Harga\n${lines(rows, (at) => `Tas ${at};Kategori ${at};9000`)}`,
  },
  {
    what: 'one product',
    file: (rows) => `Nama;Warna;Harga\n${lines(rows, (at) => `Tas;Warna ${at};9000`)}`,
  },
  {
    what: 'one code, and names of their own',
    file: (rows) => `Nama;Kode Produk;SKU;Harga\n${lines(rows, (at) => `Tas ${at};KODE;S-${at};9000`)}`,
  },
  {
    what: 'rows of products far from one another',
    file: (rows) =>
      `Nama;Warna;Harga\n${lines(rows, (at) => `Tas ${at % Math.ceil(rows / 100)};Warna ${at};9000`)}`,
  },
  {
    what: 'cells that are hard to read',
    file: (rows) =>
      FOREIGN_HEAD +
      lines(
        Math.ceil(rows / 600),
        (at) =>
          `variation;V-${at};a${long(' ', 30_000)}b;id:1;1000;Warna;Merah;"1-2:${long(' ', 20_000)}x\ny";7 hari (${long(' ', 20_000)}x;${long('_a', 20_000)}`,
      ),
  },
  {
    what: 'rows that might all explain the columns',
    file: (rows) =>
      `Nama;Harga;Catatan\n${lines(Math.ceil(rows / 600), () => `Isi ${long('_a ', 95_000)};;x`)}`,
  },
  {
    what: 'titles of 200 characters in 200 columns, in 40 rows',
    file: () => {
      const titles = wide((at) => `Harga (reseller) ${at} ${long('x y_*', 200)}`.slice(0, 200)).join(';');
      return `${titles}\n`.repeat(40) + 'Nama;Harga\nTas;9000\n';
    },
  },
  {
    what: 'banners of 100,000 characters',
    file: () => `${lines(39, (at) => `${at};${long('_a', 99_000)}`)}Nama;Harga\nTas;9000\n`,
  },
  {
    what: '50 sheets of titles',
    file: () => {
      const row = xmlRow(wide((at) => `Harga (reseller) ${at} ${long('x y_*', 60)}`)).repeat(40);
      const more = Array.from({ length: 49 }, (_, at) => ({ name: `Lembar ${at}`, rows: row }));
      return workbook({ rows: row, more });
    },
  },
];

/** Product imports that are made to be read, mapped, applied and undone slowly, in each of their steps. */
export const worstImports: Attack = {
  title: 'the worst product imports',
  async run(target) {
    const { size, report } = target;
    for (const { what, file } of IMPORTS) {
      const content = file(size === 'full' ? 49_900 : 1_200);
      const steps: Step[] = [];
      const seen = await watchHealth(target.server, () => everyStep(target, content, steps));
      const slowest = steps.reduce((most, step) => (step.took_ms > most.took_ms ? step : most));
      const broken = steps.filter(({ status }) => status >= 500).map((step) => `${step.status} ${step.name}`);
      const held = seen.longest_ms < WAIT_MS[size];
      report(`${what}: longest wait of /healthz`, `${seen.longest_ms.toFixed(0)} ms`, held);
      report(`${what}: memory`, `${seen.more_mb.toFixed(0)} MB more`, !(seen.more_mb >= MORE_MB));
      report(
        `${what}: slowest request`,
        `${slowest.took_ms.toFixed(0)} ms (${slowest.name})`,
        slowest.took_ms < ANSWER_MS,
      );
      report(`${what}: faults of the server`, broken.join('; ') || 'none', broken.length === 0);
    }
  },
};

interface Step {
  name: string;
  took_ms: number;
  status: number;
}

/** In a shop of its own: uploads, maps a column to and fro, looks at what there is, applies it, and undoes it. */
async function everyStep(
  { server, openShop, size }: Target,
  content: Buffer | string,
  steps: Step[],
): Promise<void> {
  const { token } = await openShop();
  const path = '/api/open/product/import';
  const call = async (name: string, method: string, route: string, input: object = {}) => {
    const began = performance.now();
    const answer = await send(server, method, route, { token, ...input });
    steps.push({ name, took_ms: performance.now() - began, status: answer.status });
    const { job_id } = (answer.body?.data ?? {}) as { job_id?: number | null };
    if (typeof job_id === 'number') await ended(job_id);
    return answer;
  };
  const ended = async (job_id: number) => {
    const until = Date.now() + TIME_MS[size];
    while (Date.now() < until) {
      const job = await send(server, 'GET', `/api/account/job/${job_id}`, { token });
      if (!['QUEUED', 'RUNNING'].includes(job.body?.data?.status)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const form = new FormData();
  form.set('file', new Blob([content]), 'produk');
  const uploaded = await call('upload', 'POST', path, { form });
  const id = uploaded.body?.data?.id as number | undefined;
  if (id === undefined) return;
  const map = (name: string, columns: object[]) =>
    call(name, 'POST', `${path}/${id}/columns`, { body: { columns } });
  await map('map', [{ column: 1, read_as: 'name' }]);
  await map('map another', [{ column: 2, read_as: null }]);
  await map('map anew', [{ column: 2, read_as: 'description' }]);
  for (const name of ['', '/rows?per_page=100', '/report'])
    await call(`get ${name}`, 'GET', `${path}/${id}${name}`);
  await call('list', 'GET', `${path}?per_page=100`);
  await call('apply', 'POST', `${path}/${id}/apply`, { body: { partial: true } });
  await call('undo', 'POST', `${path}/${id}/undo`);
  const { status } = (await call('get', 'GET', `${path}/${id}`)).body.data;
  // A job that has not come to its end: 500, as it is a fault of the server.
  if (['CHECKING', 'APPLYING', 'UNDOING'].includes(status))
    steps.push({ name: `stays ${status}`, took_ms: 0, status: 500 });
}

/** For a job to end. */
const TIME_MS: Record<Size, number> = { full: 180_000, small: 60_000 };
