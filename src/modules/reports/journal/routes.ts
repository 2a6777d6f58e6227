import { z } from 'zod';
import { data, file, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { CSV_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { listJournalCodes, setJournalCodes } from './codes.ts';
import { downloadJournal } from './download-journal.ts';
import { JournalCode, JournalCodesInput, JournalInput, SetJournalCodesInput } from './schemas.ts';

export const journalRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/report/journal/download',
    operation: 'downloadJournal',
    section: 'Report',
    summary: 'Download the journal for a bookkeeping program',
    description:
      'CSV in the layout of Jurnal or Accurate, three entries a day: sales, payments and expenses.',
    permission: 'cost.read',
    input: JournalInput,
    answer: file(CSV_TYPE),
    run: downloadJournal,
  }),
  route({
    method: 'GET',
    path: '/api/open/setting/journal',
    operation: 'listJournalCodes',
    tagged: 'DAY',
    section: 'Report',
    summary: 'List the account codes of the journal',
    permission: 'cost.read',
    input: JournalCodesInput,
    answer: data(z.array(JournalCode)),
    run: listJournalCodes,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/setting/journal',
    operation: 'setJournalCodes',
    section: 'Report',
    summary: 'Set account codes of the journal',
    permission: 'cost.read',
    input: SetJournalCodesInput,
    answer: success(z.array(JournalCode)),
    run: setJournalCodes,
  }),
];
