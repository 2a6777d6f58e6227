import { plainTitle } from '../../kernel/sheets/match-titles.ts';

/** What a report of an import says beside the columns of the file. */
export const REPORT_TEXTS = {
  en: {
    name: 'import-report',
    row: 'Row',
    result: 'Result',
    reasons: 'What is wrong',
    NEW: 'new',
    CHANGED: 'changed',
    UNCHANGED: 'unchanged',
    WRONG: 'wrong',
    PASSED_OVER: 'passed over',
  },
  id: {
    name: 'laporan-impor',
    row: 'Baris',
    result: 'Hasil',
    reasons: 'Yang salah',
    NEW: 'baru',
    CHANGED: 'diubah',
    UNCHANGED: 'tetap',
    WRONG: 'salah',
    PASSED_OVER: 'dilewati',
  },
};

/** The titles of these columns, in both languages, as titles are compared. */
export const REPORT_TITLES: ReadonlySet<string> = new Set(
  Object.values(REPORT_TEXTS)
    .flatMap(({ row, result, reasons }) => [row, result, reasons])
    .map(plainTitle),
);
