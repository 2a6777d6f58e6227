import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, inspect } from 'node:util';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { readConfig } from '../config.ts';
import { openSecrets, SealBroken, Secret, type SealedColumn, type Secrets } from './index.ts';
import { reseal, unknownKeys } from './reseal.ts';

const PLAIN = 'kunci-kurir-rahasia';
const TOKENS: SealedColumn<'shop_id' | 'vendor'> = {
  table: 'test_tokens',
  column: 'token',
  bound_to: ['shop_id', 'vendor'],
};
const ROW = { shop_id: 7, vendor: 'jne' };

let folder: string;
let secrets: Secrets;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ngorder-sealed-'));
  secrets = await open();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (environment: Record<string, string> = {}) =>
  openSecrets(readConfig({ DATA_DIR: folder, ...environment }));
const keyFile = () => join(folder, 'secret-keys');
const newKey = (letter: string) => Buffer.alloc(32, letter).toString('base64');

describe('a secret', () => {
  const secret = new Secret(PLAIN);

  test.each<[string, () => string]>([
    ['JSON', () => JSON.stringify({ secret, list: [secret] })],
    ['a template', () => `x ${secret as unknown as string}`],
    ['a sum of texts', () => 'x' + (secret as unknown as string)],
    ['String()', () => String(secret)],
    ['util.inspect', () => inspect({ secret }, { depth: 9, showHidden: true })],
    ['console.log', () => format('%s %o %j', secret, secret, secret)],
    [
      'an error',
      () => new Error('x', { cause: secret }).message + inspect(new Error('x', { cause: secret })),
    ],
    ['a spread', () => JSON.stringify(Object.assign({}, secret))],
    ['its entries', () => JSON.stringify([Object.entries(secret), Reflect.ownKeys(secret)])],
    ['a clone', () => inspect(structuredClone(secret))],
    ['a form', () => new URLSearchParams({ secret: secret as unknown as string }).toString()],
  ])('does not stand in %s', (_title, show) => {
    const shown = show();
    expect(shown).not.toContain(PLAIN);
    expect(shown).not.toContain(Buffer.from(PLAIN).toString('base64'));
    expect(shown).not.toContain(Buffer.from(PLAIN).toString('hex'));
  });

  test('is [sealed] in the log, wherever it stands in a line', () => {
    let line = '';
    pino({}, { write: (text) => void (line = text) }).info(
      { secret, deep: { secret } },
      'x %s %j',
      secret,
      secret,
    );
    expect(line.match(/\[sealed\]/g)).toHaveLength(4);
    expect(line).not.toContain(PLAIN);
  });

  test('is given to who asks for it by name, as a copy', () => {
    secret.reveal().fill(0);
    expect([secret.revealText(), secret.reveal().toString()]).toEqual([PLAIN, PLAIN]);
  });
});

describe('a sealed value', () => {
  const seal = () => secrets.seal(TOKENS, ROW, new Secret(PLAIN));

  test('opens where it belongs, names its key, and is never the same twice', () => {
    const sealed = seal();
    expect(secrets.open(TOKENS, ROW, sealed).revealText()).toBe(PLAIN);
    expect(sealed.subarray(1, 5)).toEqual(secrets.keyring.current().id);
    expect(sealed.includes(PLAIN)).toBe(false);
    expect(seal().equals(sealed)).toBe(false);
  });

  test.each<[string, SealedColumn<'shop_id' | 'vendor'>, typeof ROW]>([
    ['another shop', TOKENS, { ...ROW, shop_id: 8 }],
    ['another row', TOKENS, { ...ROW, vendor: 'jnt' }],
    ['another column', { ...TOKENS, column: 'password' }, ROW],
    ['another table', { ...TOKENS, table: 'other_tokens' }, ROW],
  ])('does not open in %s', (_title, column, row) => {
    expect(() => secrets.open(column, row, seal())).toThrow(SealBroken);
  });

  test('does not open when any bit of it was changed, or when it is cut off', () => {
    const sealed = seal();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => secrets.open(TOKENS, ROW, changed), String(at)).toThrow(SealBroken);
      expect(() => secrets.open(TOKENS, ROW, sealed.subarray(0, at)), String(at)).toThrow(SealBroken);
    }
  });

  test('says nothing of itself or its key when it does not open', async () => {
    const other = await open({ SECRET_KEY: newKey('a') });
    const sealed = seal();
    expect(() => other.open(TOKENS, ROW, sealed)).toThrow(
      'a value of test_tokens.token does not open: its key is not here',
    );
  });
});

describe('the key of the data folder', () => {
  const modeOf = async () => ((await stat(keyFile())).mode & 0o777).toString(8);

  test('is made once, also by many that start at the same time, and is for us alone', async () => {
    await rm(keyFile());
    const all = await Promise.all(Array.from({ length: 20 }, () => open()));
    expect(new Set(all.map(({ keyring }) => keyring.current().id.toString('hex'))).size).toBe(1);
    expect(await modeOf()).toBe('600');
    expect((await readFile(keyFile(), 'utf8')).trim()).toHaveLength(44);
  });

  test('is shut again where others could read it', async () => {
    await chmod(keyFile(), 0o644);
    await open();
    expect(await modeOf()).toBe('600');
  });

  test('that is renewed is used at once by all who have the folder, and opens what the one before sealed', async () => {
    const server = await open();
    const before = server.seal(TOKENS, ROW, new Secret(PLAIN));
    await secrets.keyring.renew();
    const after = server.seal(TOKENS, ROW, new Secret(PLAIN));
    expect(after.subarray(1, 5)).toEqual(secrets.keyring.current().id);
    expect(after.subarray(1, 5)).not.toEqual(before.subarray(1, 5));
    for (const sealed of [before, after])
      for (const reader of [server, secrets, await open()])
        expect(reader.open(TOKENS, ROW, sealed).revealText()).toBe(PLAIN);
    expect(await modeOf()).toBe('600');
  });

  test('is renewed by one at a time, so that no key is lost', async () => {
    const renewed = await Promise.allSettled([secrets.keyring.renew(), secrets.keyring.renew()]);
    expect(renewed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await readFile(keyFile(), 'utf8')).trim().split('\n')).toHaveLength(2);
  });

  test('that is damaged stops the start, and is not replaced', async () => {
    await writeFile(keyFile(), 'rusak\n');
    await expect(open()).rejects.toThrow('secret-keys is damaged');
    expect(await readFile(keyFile(), 'utf8')).toBe('rusak\n');
  });
});

describe('SECRET_KEY', () => {
  test('is used in place of the folder’s, the first of several to seal', async () => {
    const old = await open({ SECRET_KEY: newKey('a') });
    const both = await open({ SECRET_KEY: `${newKey('b')}, ${newKey('a')}` });
    const sealed = old.seal(TOKENS, ROW, new Secret(PLAIN));
    expect(both.open(TOKENS, ROW, sealed).revealText()).toBe(PLAIN);
    const anew = both.seal(TOKENS, ROW, new Secret(PLAIN));
    expect(() => old.open(TOKENS, ROW, anew)).toThrow('its key is not here');
    await expect(both.keyring.renew()).rejects.toThrow('SECRET_KEY is set');
  });

  test.each(['rahasia', newKey('a').slice(4), `${newKey('a')},`, 'A'.repeat(44)])(
    'that is no key (%j) is refused without being shown',
    (text) => {
      expect(() => readConfig({ SECRET_KEY: text })).toThrow(
        'SECRET_KEY is (hidden): it must be 32 bytes in base64',
      );
    },
  );

  test('stands in no text of the settings', () => {
    const config = readConfig({ SECRET_KEY: newKey('a') });
    expect(JSON.stringify(config) + inspect(config, { depth: 9 })).not.toContain(newKey('a').slice(0, 20));
  });
});

describe('sealing anew', () => {
  let test_app: TestApp;
  beforeAll(async () => {
    test_app = await startTestApp();
    await test_app.database.pool.query(
      'create table test_tokens (shop_id bigint, vendor text, token bytea, primary key (shop_id, vendor))',
    );
  });
  beforeEach(() => test_app.database.pool.query('truncate test_tokens'));
  afterAll(() => test_app.close());

  const db = () => test_app.services.db.withoutPlugins();
  const rows = async () => {
    const found = await sql<{ shop_id: number; vendor: string; token: Buffer }>`
      select * from test_tokens where token is not null order by shop_id, vendor`.execute(db());
    return found.rows;
  };
  async function store(count: number): Promise<void> {
    for (let shop_id = 1; shop_id <= count; shop_id += 1) {
      const row = { shop_id, vendor: 'jne' };
      const token = secrets.seal(TOKENS, row, new Secret(`${PLAIN} ${shop_id}`));
      await sql`insert into test_tokens values (${shop_id}, 'jne', ${token})`.execute(db());
    }
  }
  const readable = async () =>
    (await rows()).filter(
      (row) => secrets.open(TOKENS, row, row.token).revealText() === `${PLAIN} ${row.shop_id}`,
    ).length;

  test('puts all under the new key in batches, and run again does nothing', async () => {
    await store(450);
    await sql`insert into test_tokens values (999, 'jne', null)`.execute(db());
    await secrets.keyring.renew();
    expect(await reseal(db(), secrets, TOKENS)).toMatchObject({ resealed: 450, unreadable: 0 });
    const { id } = secrets.keyring.current();
    expect((await rows()).every(({ token }) => token.subarray(1, 5).equals(id))).toBe(true);
    expect(await readable()).toBe(450);
    expect(await reseal(db(), secrets, TOKENS)).toMatchObject({ resealed: 0, unreadable: 0 });
  });

  test('that is cut off goes on where it was', async () => {
    await store(300);
    await secrets.keyring.renew();
    let opened = 0;
    const failing: Secrets = {
      ...secrets,
      open(column, row, sealed) {
        opened += 1;
        if (opened > 250) throw new Error('mati listrik');
        return secrets.open(column, row, sealed);
      },
    };
    await expect(reseal(db(), failing, TOKENS)).rejects.toThrow('mati listrik');
    expect(await readable()).toBe(300);
    expect(await reseal(db(), secrets, TOKENS)).toMatchObject({ resealed: 50 });
    expect(await readable()).toBe(300);
  });

  test('leaves what it can not open as it is, says how many, and doctor names the key', async () => {
    await store(3);
    const lost = await open({ SECRET_KEY: newKey('z') });
    const token = lost.seal(TOKENS, { shop_id: 2, vendor: 'jne' }, new Secret(PLAIN));
    await sql`update test_tokens set token = ${token} where shop_id = 2`.execute(db());
    await secrets.keyring.renew();
    expect(await reseal(db(), secrets, TOKENS)).toMatchObject({ resealed: 2, unreadable: 1 });
    expect((await rows())[1]?.token).toEqual(token);
    expect(await unknownKeys(db(), secrets, TOKENS)).toEqual([
      { table: 'test_tokens', column: 'token', key: token.subarray(1, 5).toString('hex'), values: 1 },
    ]);
  });

  test('beside writers loses no write', async () => {
    await store(200);
    await secrets.keyring.renew();
    const write = async (shop_id: number) => {
      const row = { shop_id, vendor: 'jne' };
      const token = secrets.seal(TOKENS, row, new Secret('baru'));
      await sql`update test_tokens set token = ${token} where shop_id = ${shop_id}`.execute(db());
    };
    await Promise.all([
      reseal(db(), secrets, TOKENS),
      ...Array.from({ length: 50 }, (_, at) => write(at * 4 + 1)),
    ]);
    const texts = (await rows()).map((row) => secrets.open(TOKENS, row, row.token).revealText());
    expect(texts.filter((text) => text === 'baru')).toHaveLength(50);
    expect(texts.filter((text) => text.startsWith(PLAIN))).toHaveLength(150);
  });
});
