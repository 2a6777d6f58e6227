import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../../../../test/server-process.ts';

const page = readFileSync(join(PROJECT, 'docs/webhooks.md'), 'utf8');
const examples = Object.fromEntries(
  [...page.matchAll(/<!-- verify: (\w+) -->\n+```\w+\n(.*?)```/gs)].map(([, name = '', code = '']) => [
    name,
    code,
  ]),
);

const OLD = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const NEW = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const BODY = JSON.stringify({ type: 'order.paid', version: 1, timestamp: '', data: { order_id: 7, é: '…' } });

/** As sent while a rotation overlaps. */
function headersAt(at: Date): Record<string, string> {
  const signatures = [NEW, OLD].map((secret) => new Webhook(secret).sign('msg_1', at, BODY));
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': signatures.join(' '),
  };
}

let folder: string;
beforeAll(async () => {
  // Within the project, where the library is found.
  folder = await mkdtemp(join(PROJECT, 'node_modules/.webhook-examples-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Given = [secret: string, headers: Record<string, string>, body: string];

/** What an example makes of each, in its turn: what it has read, or nothing where it refuses. */
type ReadAll = (all: Given[]) => unknown[];

async function readerIn(name: string): Promise<ReadAll> {
  const code = examples[name] ?? '';
  const file = join(folder, name === 'python' ? 'read.py' : `${name}.mjs`);
  if (name === 'python') {
    await writeFile(file, `${code}${EACH_IN_PYTHON}`);
    return (all) => {
      const { stdout } = spawnSync('python3', [file], { input: JSON.stringify(all) });
      return JSON.parse(stdout.toString()) as unknown[];
    };
  }
  await writeFile(file, code);
  const { read } = (await import(pathToFileURL(file).href)) as { read: (...given: Given) => unknown };
  return (all) =>
    all.map((given) => {
      try {
        return read(...given);
      } catch {
        return null;
      }
    });
}

const EACH_IN_PYTHON = `
import sys

def read_or_none(given):
    try:
        return read(*given)
    except ValueError:
        return None

print(json.dumps([read_or_none(given) for given in json.load(sys.stdin)]))
`;

test('the page has an example in each of three ways', () => {
  expect(Object.keys(examples)).toEqual(['library', 'node', 'python']);
});

const has_python = spawnSync('python3', ['--version']).status === 0;
describe.each(Object.keys(examples).filter((name) => name !== 'python' || has_python))(
  'the example "%s"',
  (name) => {
    test('takes what the shop has signed, with either secret, and nothing else', async () => {
      const readAll = await readerIn(name);
      const headers = headersAt(new Date());
      const signed: Given[] = [OLD, NEW].map((secret) => [secret, headers, BODY]);
      const refused: Given[] = [
        [OTHER, headers, BODY],
        [NEW, headers, BODY.replace('7', '8')],
        [NEW, { ...headers, 'webhook-id': 'msg_2' }, BODY],
        [NEW, headersAt(new Date(Date.now() - 600_000)), BODY],
      ];
      const message: unknown = JSON.parse(BODY);
      expect(readAll([...signed, ...refused])).toEqual([message, message, null, null, null, null]);
    });
  },
);
