import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const s3 = {
  S3_ENDPOINT: 'https://s3.example.com',
  S3_BUCKET: 'toko',
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'rahasia',
};

test('with nothing set is the server of a newcomer', () => {
  expect(readConfig({})).toMatchObject({
    DATA_DIR: './data',
    HOST: '127.0.0.1',
    PORT: 3000,
    RATE_LIMIT_PER_MINUTE: 600,
    TRUST_PROXY: false,
  });
});

test('an empty setting counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', PUBLIC_URL: '' })).toEqual(readConfig({}));
});

test('settings are read as what they are', () => {
  expect(readConfig({ PORT: '0', TRUST_PROXY: '1', RATE_LIMIT_PER_MINUTE: '0', ...s3 })).toMatchObject({
    PORT: 0,
    TRUST_PROXY: 1,
    RATE_LIMIT_PER_MINUTE: 0,
    S3_REGION: 'us-east-1',
  });
});

test.each<[string, unknown]>([
  ['true', 1],
  ['1', 1],
  ['3', 3],
  ['false', false],
  ['0', false],
  ['10.0.0.0/8, 192.0.2.7,fd00::/8', ['10.0.0.0/8', '192.0.2.7', 'fd00::/8']],
  ['Loopback,uniquelocal', ['loopback', 'uniquelocal']],
])('proxies are none, a number of them, or where they stand: %s', (written, read) => {
  expect(readConfig({ TRUST_PROXY: written }).TRUST_PROXY).toEqual(read);
});

test('the public address is kept as browsers write an origin', () => {
  expect(readConfig({ PUBLIC_URL: 'https://API.Example.com:443' }).PUBLIC_URL).toBe(
    'https://api.example.com',
  );
});

test('key and token of the payment gateway are never shown', () => {
  const config = readConfig({
    GATEWAY: 'xendit',
    XENDIT_KEY: 'xnd_rahasia',
    XENDIT_CALLBACK_TOKEN: 'token-rahasia',
  });
  expect(config.XENDIT_KEY?.revealText()).toBe('xnd_rahasia');
  expect(JSON.stringify(config)).not.toContain('rahasia');
  expect(() => readConfig({ GATEWAY: 'xendit', XENDIT_KEY: 'xnd rahasia' })).toThrow(
    'XENDIT_KEY is (hidden): it must have no blanks.\nXENDIT_CALLBACK_TOKEN',
  );
});

describe('a wrong setting stops the start with a sentence that says what to write', () => {
  test.each<[Record<string, string>, string]>([
    [
      { GATEWAY: 'xendit', XENDIT_KEY: 'xnd_1' },
      'XENDIT_CALLBACK_TOKEN is (hidden): it must be set when GATEWAY is xendit.',
    ],
    [{ PORT: 'abc' }, 'PORT is "abc": it must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is "70000": it must be a whole number from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT is "-1": it must be a whole number from 0 to 65535.'],
    [{ DATABASE_POOL_SIZE: '0' }, 'DATABASE_POOL_SIZE is "0": it must be a whole number from 1 to 200.'],
    ...[
      'ya',
      '11',
      '-1',
      '1.5',
      '0.0.0.0/0',
      '10.0.0.0/33',
      '::1/129',
      '10.0.0.0/8,',
      'proxy.example.com',
    ].map((wrong): [Record<string, string>, string] => [
      { TRUST_PROXY: wrong },
      `TRUST_PROXY is "${wrong}": it must be true (one proxy), false, a number of proxies up to 10, or their addresses or networks, like 10.0.0.0/8,192.0.2.7 or loopback.`,
    ]),
    ...[
      'https://toko.example.com?x',
      'https://a b',
      'https://budi@toko.example.com',
      'https://toko:999999',
    ].map((wrong): [Record<string, string>, string] => [
      { PUBLIC_URL: wrong },
      `PUBLIC_URL is "${wrong}": it must be like https://api.example.com, without a slash at the end.`,
    ]),
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is "loud": it must be one of fatal, error, warn, info, debug, silent.',
    ],
    [
      { PUBLIC_URL: 'https://toko.example.com/' },
      'PUBLIC_URL is "https://toko.example.com/": it must be like https://api.example.com, without a slash at the end.',
    ],
  ])('%j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(new ConfigError(sentence));
  });

  test('without telling the password in it', () => {
    const environment = { DATABASE_URL: 'mysql://budi:sandi@host/toko' };
    expect(() => readConfig(environment)).toThrow('must start with postgres://');
    expect(() => readConfig(environment)).not.toThrow('sandi');
  });

  test('each of several', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT is.*\nLOG_LEVEL is/);
  });

  test.each(['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])('storage without %s', (name) => {
    expect(() => readConfig({ ...s3, [name]: '' })).toThrow(`${name} is`);
  });
});
