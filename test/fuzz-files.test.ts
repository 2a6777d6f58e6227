import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Route } from '../src/kernel/http/route.ts';
import { routes } from '../src/modules.ts';
import { startTestApp, type TestApp, type TestShop } from './harness.ts';
import { workbookFiles, zip } from './workbook.ts';

/** Files for each route in a run; FUZZ_RUNS=1000 for a long one. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 25) * 4;

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const cell = (name: string, text: string) => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
const TITLES = ['Nama produk', 'SKU', 'Stok hasil hitung', 'Harga', 'Stok', 'Preorder', 'Grosir'];

/** A workbook that any route that reads one can read, with all that workbooks have. */
const FILES = workbookFiles({
  workbook: '<workbookPr date1904="0"/>',
  texts: '<si><t>Kaos</t></si><si><r><t>K-</t></r><r><t>1</t></r></si>',
  styles:
    '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
  rows:
    `<row r="1">${TITLES.map((title, at) => cell(`${'ABCDEFG'[at]}1`, title)).join('')}</row>` +
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>46000.5</v></c>' +
    '<c r="D2" t="b"><v>1</v></c><c r="E2"><f>1+1</f><v>2</v></c><c r="F2" t="e"><v>#N/A</v></c></row>' +
    `<row r="4">${cell('A4', 'Topi_x000D_')}${cell('B4', '_xD800_')}<c r="C4"><v>3</v></c></row>`,
});

/** What stands in the place of a value, or of a text, of a workbook. */
const hostile = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...' |%|%zz|%00|../../../etc/passwd|/|http://[|file:|//x/y|#|?|0|-1|1e300|-1e300|1e-300|NaN|Infinity|0x10|1.5'.split(
        '|',
      ),
      ...'65536|A1|XFD1|ZZZZZ9|1A|a1|A0|1048577|2147483648|_x0000_|_xDFFF_|&#0;|&#xD800;|s|b|n|d|e|str'.split(
        '|',
      ),
      ...'inlineStr|__proto__|constructor|toString|rId1|rId2|rId3|xl/workbook.xml|worksheets/sheet1.xml'.split(
        '|',
      ),
      ...'hidden|1|3|46000|"|<|>|&|]]>|<!--|<!DOCTYPE a>|<![CDATA[|<?xml?>'.split('|'),
      '',
      '\\',
      '\u0000',
      '\uFFFF',
      '9'.repeat(400),
      'x'.repeat(40_000),
    ),
  },
);

/** Where values and texts stand in a workbook. */
const PLACES = Object.entries(FILES).flatMap(([name, text]) =>
  [...text.matchAll(/"([^"]*)"|>([^<]+)</g)].map(({ index, 0: found }) => ({
    name,
    from: index + 1,
    to: index + found.length - 1,
  })),
);

const workbooks = fc
  .array(fc.tuple(fc.constantFrom(...PLACES), hostile), { minLength: 1, maxLength: 3 })
  .map((changes) => {
    const files = { ...FILES };
    // From the end on, so that places stay where they are.
    for (const [{ name, from, to }, value] of changes.toSorted(([a], [b]) => b.from - a.from))
      files[name] = `${files[name]?.slice(0, from)}${value}${files[name]?.slice(to)}`;
    return zip(files);
  });

/** A file of which bytes are changed, or which is cut off. */
const damaged = (whole: Buffer) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.option(fc.nat({ max: whole.length }), { freq: 5 }),
    )
    .map(([bytes, length]) => {
      const file = Buffer.from(whole);
      for (const [at, byte] of bytes) file[at] = byte;
      return file.subarray(0, length ?? file.length);
    });

const NAMES = Object.keys(FILES).map((name) => zip({ ...FILES, [name]: '' }));

const csv = fc
  .array(
    fc.array(fc.oneof(hostile, fc.constantFrom('"', '""', ';', ',', '\t', '\r', '\n', "'=")), {
      maxLength: 8,
    }),
    {
      maxLength: 4,
    },
  )
  .chain((rows) =>
    fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1').map((encoding) => {
      const mark = encoding === 'utf16le' ? '\uFEFF' : '';
      const lines = rows.map((row) => row.join(';'));
      return Buffer.from(`${mark}${[TITLES.join(';'), ...lines].join('\n')}`, encoding);
    }),
  );

async function send(route: Route, content: Buffer, name: string) {
  const form = new FormData();
  form.set(route.upload ?? '', new Blob([content]), name);
  const body = new Response(form);
  return shop.call(route.method, route.path, Buffer.from(await body.arrayBuffer()), {
    'content-type': body.headers.get('content-type') ?? '',
  });
}

test.each(
  routes.filter(({ upload }) => upload !== undefined).map((route) => [route.operation, route] as const),
)(
  '%s answers whatever is inside a file, never with a fault of its own',
  { timeout: 300_000 },
  async (operation, route) => {
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#c33' } })
      .png()
      .toBuffer();
    const files = fc.oneof(
      { weight: 6, arbitrary: workbooks },
      { weight: 2, arbitrary: damaged(zip(FILES)) },
      { weight: 2, arbitrary: damaged(picture) },
      { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
      { weight: 3, arbitrary: csv },
    );
    await fc.assert(
      fc.asyncProperty(files, fc.string({ unit: 'binary', maxLength: 9 }), async (content, name) => {
        const { status, body } = await send(route, content, name);
        expect(status, JSON.stringify(body).slice(0, 500)).toBeLessThan(500);
        if (status >= 300 || operation !== 'uploadImport') return;
        const { id } = body.data as { id: number };
        for (const rest of ['', '/rows', '/report']) {
          const read = await shop.call('GET', `${route.path}/${id}${rest}`);
          expect(read.status, rest).toBe(200);
        }
      }),
      { numRuns: RUNS },
    );
  },
);
