import { expect, test } from 'vitest';
import { ConfigError } from './kernel/config.ts';
import { sentence } from './say-error.ts';

const failed = (message: string, facts: object) => Object.assign(new Error(message), facts);

test('what the operator can put right is said in a sentence, without a stack', () => {
  expect(sentence(new ConfigError('PORT is "x": it must be a number.'))).toBe(
    'PORT is "x": it must be a number.',
  );
  const busy = failed('listen', { code: 'EADDRINUSE', port: 3000, address: '127.0.0.1' });
  expect(sentence(busy)).toBe(
    'Port 3000 on 127.0.0.1 is in use by another program: stop it, or start with PORT=another.',
  );
});

test.each(['ECONNREFUSED', 'ENOTFOUND', '28000', '28P01', '3D000'])(
  'a database that can not be reached names the setting (%s)',
  (code) => {
    const said = sentence(failed('role "budi" does not exist', { code }));
    expect(said).toContain('DATABASE_URL');
    expect(said).toContain('role "budi" does not exist');
    expect(said).not.toContain('say-error.test.ts');
  },
);

test('what is our fault comes with its stack', () => {
  expect(sentence(new Error('oops'))).toContain('say-error.test.ts');
});
