import type { TestApp, TestShop } from './harness.ts';
import { sheetOf, type SheetRecord } from './import-sheets.ts';
import { expectOk } from './stall.ts';
import { formWithFile } from './upload.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const IMPORT = '/api/open/shipping/awb-import';

/** Imports of AWB numbers as somebody does them. */
export function awbImporter(call: TestShop['call'], app: Pick<TestApp, 'runJobs'>) {
  const send = async (content: Buffer | string) => {
    const form = await formWithFile(content, 'resi.xlsx');
    return call('POST', IMPORT, form.body, form.headers);
  };
  const act = (id: number, what: 'apply' | 'undo') => call('POST', `${IMPORT}/${id}/${what}`);
  const look = async (id: number) => expectOk(await call('GET', `${IMPORT}/${id}`)).body.data;
  return {
    send,
    act,
    look,
    /** @param content the text of a CSV file, or rows of a workbook */
    upload: async (content: string | readonly SheetRecord[]) =>
      expectOk(await send(typeof content === 'string' ? content : await sheetOf(content))).body.data,
    rows: async (id: number, input: object = {}): Promise<any[]> =>
      expectOk(await call('GET', `${IMPORT}/${id}/rows`, { per_page: '100', ...input })).body.data,
    run: async (id: number, what: 'apply' | 'undo') => {
      expectOk(await act(id, what));
      await app.runJobs();
      return look(id);
    },
  };
}
