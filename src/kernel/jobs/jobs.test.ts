import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { expectOk } from '../../../test/stall.ts';
import type { Context } from '../context.ts';
import { defineErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { enqueue } from './enqueue.ts';
import { defineJob, JobInterrupted, type JobRun } from './job.ts';
import { jobWorker } from './run-job.ts';

type Work = (context: Context, run: JobRun) => Promise<Record<string, unknown>>;

const errors = defineErrors({
  test_job_refusal: {
    status: 422,
    en: 'Row {row} is wrong.',
    id: 'Baris {row} salah.',
    explanation: 'Test.',
  },
});

/** What the job does in the test at hand. */
let work: Work;
const anything = defineJob({
  name: 'anything',
  input: z.object({ what: z.string() }),
  run: (context, _input, run) => work(context, run),
});

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp({ jobs: [anything] });
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const request = (by = shop) => enqueue(by.context(), anything, { what: 'kerja' });
const look = async (id: number, by = shop) =>
  expectOk(await by.call('GET', `/api/account/job/${id}`)).body.data;

/** Lets a colleague into the shop. */
async function hire(role: string) {
  const email = `${role}-${shop.shop_id}@example.com`;
  const password = 'sandi-pegawai-toko';
  const invited = await shop.call('POST', '/api/account/user/invite', { email, full_name: role, role });
  const { token } = expectOk(invited).body.data;
  const { user_id } = expectOk(await test_app.call('POST', '/api/account/user/accept', { token, password }))
    .body.data;
  const login = expectOk(await test_app.call('POST', '/api/account/login', { email, password }));
  const headers = { authorization: `Bearer ${login.body.data.token}` };
  return {
    user_id,
    call: (method: string, path: string, input?: object) => test_app.call(method, path, input, headers),
  };
}

describe('a job', () => {
  test('is seen while it waits, while it runs with its progress, and with its result when it is done', async () => {
    const id = await request();
    expect(await look(id)).toMatchObject({
      id,
      name: 'anything',
      status: 'QUEUED',
      progress: { done: 0, total: null, percent: null },
      attempts: 0,
      result: null,
      errors: [],
      user_id: shop.user_id,
      started_at: null,
      finished_at: null,
    });
    let seen: unknown;
    work = async (context, run) => {
      // Seen by others though the work has a transaction open.
      await context.transaction(() => run.progress(30, 120));
      seen = await look(id);
      return { rows: 120 };
    };
    await test_app.runJobs();
    expect(seen).toMatchObject({ status: 'RUNNING', progress: { done: 30, total: 120, percent: 25 } });
    expect(await look(id)).toMatchObject({
      status: 'SUCCESS',
      progress: { percent: 100 },
      attempts: 1,
      result: { rows: 120 },
      finished_at: expect.stringMatching(/Z$/),
    });
  });

  test('does not exist where the transaction that asked for it was not kept', async () => {
    const before = expectOk(await shop.call('GET', '/api/account/job')).body.meta.pagination.total;
    const lost = shop.context().transaction(async (context) => {
      await enqueue(context, anything, { what: 'kerja' });
      throw new Error('lost');
    });
    await expect(lost).rejects.toThrow('lost');
    expect(expectOk(await shop.call('GET', '/api/account/job')).body.meta.pagination.total).toBe(before);
  });

  test('that is refused has failed for good, with reasons in the language of who reads', async () => {
    const id = await request();
    work = () => Promise.reject(errors.refuseField('test_job_refusal', 'file', { row: 7 }));
    await test_app.runJobs();
    expect((await look(id)).errors).toEqual([
      { code: 'test_job_refusal', field: 'file', message: 'Row 7 is wrong.' },
    ]);
    const indonesian = await shop.call('GET', `/api/account/job/${id}`, {}, { 'accept-language': 'id' });
    expect(indonesian.body.data).toMatchObject({ status: 'FAILED', errors: [{ message: 'Baris 7 salah.' }] });
  });

  test('that fails by a fault of ours waits to be tried again, and shows nothing of the fault', async () => {
    const id = await request();
    work = () => Promise.reject(new Error('rahasia'));
    await expect(test_app.runJobs()).rejects.toThrow('rahasia');
    expect(await look(id)).toMatchObject({ status: 'QUEUED', attempts: 1 });
    const worker = jobWorker(test_app.services, [anything]);
    await worker.giveUp({ shop_id: shop.shop_id, id });
    expect((await look(id)).errors).toMatchObject([{ code: 'job_failed' }]);
    expect(JSON.stringify(await look(id))).not.toContain('rahasia');
  });

  test('that failed can be run again by hand; one that did not fail can not', async () => {
    const id = await request();
    const again = () => shop.call('POST', `/api/account/job/${id}/retry`);
    expect((await again()).body.code).toBe('job_not_failed');
    work = () => Promise.reject(errors.refuse('test_job_refusal', { row: 1 }));
    await test_app.runJobs();
    expect(expectOk(await again()).body.data).toMatchObject({ status: 'QUEUED', errors: [] });
    work = () => Promise.resolve({ fine: true });
    await test_app.runJobs();
    expect(await look(id)).toMatchObject({ status: 'SUCCESS', attempts: 2, result: { fine: true } });
    expect((await again()).body.code).toBe('job_not_failed');
  });

  test('that is done is not done again, however often it comes out of the queue', async () => {
    const id = await request();
    let runs = 0;
    work = () => Promise.resolve({ runs: (runs += 1) });
    await test_app.runJobs();
    const worker = jobWorker(test_app.services, [anything]);
    await worker.run({ shop_id: shop.shop_id, id }, new AbortController().signal);
    await worker.giveUp({ shop_id: shop.shop_id, id });
    expect(await look(id)).toMatchObject({ status: 'SUCCESS', result: { runs: 1 } });
  });

  test('whose run was thought dead and goes on is interrupted, and writes nothing over the newer run', async () => {
    const id = await request();
    const worker = jobWorker(test_app.services, [anything]);
    const reference = { shop_id: shop.shop_id, id };
    const { signal } = new AbortController();
    work = async (_context, old) => {
      work = () => Promise.resolve({ by: 'the newer' });
      await worker.run(reference, signal);
      await expect(old.progress(1, 2)).rejects.toThrow(JobInterrupted);
      return { by: 'the older' };
    };
    await worker.run(reference, signal);
    expect(await look(id)).toMatchObject({ attempts: 2, result: { by: 'the newer' } });
  });

  test('is interrupted at its next step when the server stops, and waits for another run', async () => {
    const id = await request();
    const stop = new AbortController();
    work = async (_context, run) => {
      stop.abort();
      await run.progress(1);
      return {};
    };
    const worker = jobWorker(test_app.services, [anything]);
    await expect(worker.run({ shop_id: shop.shop_id, id }, stop.signal)).rejects.toThrow(JobInterrupted);
    expect(await look(id)).toMatchObject({ status: 'QUEUED' });
  });

  test('ends with the access of who asked for it', async () => {
    const colleague = await hire('admin');
    const id = await request();
    await test_app.database.pool.query('update shop_jobs set user_id = $1 where id = $2', [
      colleague.user_id,
      id,
    ]);
    expectOk(await shop.call('DELETE', `/api/account/user/${colleague.user_id}`));
    const ran: number[] = [];
    work = async (_context, run) => {
      ran.push(run.job_id);
      return {};
    };
    await test_app.runJobs();
    expect(ran).not.toContain(id);
    expect((await look(id)).errors).toMatchObject([{ code: 'job_user_removed' }]);
  });
});

describe('who sees jobs:', () => {
  test('another shop has none', async () => {
    const id = await request();
    const other = await test_app.openShop();
    const unknown = await other.call('GET', '/api/account/job/999999');
    const foreign = await other.call('GET', `/api/account/job/${id}`);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' });
    expect((await other.call('POST', `/api/account/job/${id}/retry`)).status).toBe(404);
    expect(expectOk(await other.call('GET', '/api/account/job')).body.data).toEqual([]);
  });

  test('admins those of the shop, warehouse staff their own', async () => {
    const id = await request();
    const [admin, packer] = [await hire('admin'), await hire('warehouse')];
    expect((await admin.call('GET', `/api/account/job/${id}`)).status).toBe(200);
    expect((await packer.call('GET', `/api/account/job/${id}`)).status).toBe(404);
    expect((await packer.call('POST', `/api/account/job/${id}/retry`)).status).toBe(404);
    expect((await packer.call('GET', '/api/account/job')).body.data).toEqual([]);
  });

  test('the list is newest first, by status, in a fixed number of statements', async () => {
    const ids = [await request(), await request(), await request()];
    const { statements } = test_app.database;
    const before = statements.sent;
    const first = expectOk(await shop.call('GET', '/api/account/job', { per_page: '2' })).body;
    expect(statements.sent - before).toBeLessThanOrEqual(3);
    expect(first.data.map((job: { id: number }) => job.id)).toEqual([ids[2], ids[1]]);
    const failed = await shop.call('GET', '/api/account/job', { status: 'failed' });
    expect(failed.body.data).toEqual([]);
  });
});

test('a shop can not flood the queue', async () => {
  for (let count = 0; count < limits.jobs_unfinished; count += 1) await request();
  await expect(request()).rejects.toMatchObject({ status: 429 });
  work = () => Promise.resolve({});
  await test_app.runJobs();
  expect(await request()).toBeGreaterThan(0);
});
