import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { buildApp } from '../../app.ts';
import { createLog } from '../../kernel/log.ts';

const PASSWORDS = [
  'sandi-pemilik-rahasia',
  'sandi-baru-rahasia',
  'sandi-salah-rahasia',
  'sandi-pegawai-rahasia',
];
const [OWN = '', NEW = '', WRONG = '', STAFF = ''] = PASSWORDS;

let test_app: TestApp;
let app: FastifyInstance;
const lines: string[] = [];
const answers: string[] = [];

beforeAll(async () => {
  test_app = await startTestApp();
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  app = await buildApp({ ...test_app.services, log }, () => Promise.resolve(true));
});
afterAll(async () => {
  await app.close();
  await test_app.close();
});

async function request(method: 'GET' | 'POST' | 'PATCH', url: string, payload: object, token = '') {
  const answer = await app.inject({ method, url, payload, headers: { authorization: `Bearer ${token}` } });
  answers.push(answer.body);
  return { status: answer.statusCode, data: answer.json().data };
}

test('passwords stand in no answer and no log; tokens and keys in no log', async () => {
  const owner = {
    shop_name: 'Rahasia',
    subdomain: 'rahasia',
    full_name: 'Juragan',
    email: 'rahasia@example.com',
    phone_number: '081234567890',
    password: OWN,
  };
  const login = (password: string) => request('POST', '/api/account/login', { email: owner.email, password });
  expect((await request('POST', '/api/account/register', owner)).status).toBe(201);
  expect((await request('POST', '/api/account/register', owner)).status).toBe(422);
  expect((await login(WRONG)).status).toBe(401);
  const { token } = (await login(OWN)).data;
  const key = (await request('POST', '/api/account/api-key', { name: 'Kunci' }, token)).data;
  const rotated = (await request('POST', '/api/account/api-key/rotate', { id: key.id }, token)).data;
  const person = { email: 'pegawai@example.com', full_name: 'Pegawai', role: 'admin' };
  const invited = (await request('POST', '/api/account/user/invite', person, token)).data;
  const acceptance = { token: invited.token, password: STAFF };
  expect((await request('POST', '/api/account/user/accept', acceptance)).status).toBe(200);
  expect((await request('POST', '/api/account/user/accept', acceptance)).status).toBe(422);
  const phone_number = '081234567890';
  const profile = { full_name: 'Juragan', phone_number, password: NEW, current_password: OWN };
  const change = (password_confirmation: string) =>
    request('PATCH', '/api/open/user/profile', { ...profile, password_confirmation }, token);
  expect((await change(WRONG)).status).toBe(422);
  expect((await change(NEW)).status).toBe(200);
  for (const url of [
    '/api/account/me',
    '/api/account/users',
    '/api/account/sessions',
    '/api/account/api-keys',
  ])
    expect((await request('GET', url, {}, token)).status).toBe(200);

  const requests = lines
    .map((line) => JSON.parse(line))
    .filter((line) => 'route' in line && 'status' in line);
  expect(requests).toHaveLength(answers.length);
  for (const password of [...PASSWORDS, '$argon2']) expect(answers.join('\n')).not.toContain(password);
  for (const secret of [...PASSWORDS, '$argon2', token, key.key, rotated.key, invited.token])
    expect(lines.join('\n')).not.toContain(secret);
});
