import { page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { mutationLimits } from '../limits.ts';
import { applyMutationImport } from './apply-import.ts';
import { getMutationImport, listMutationImportRows, listMutationImports } from './read-imports.ts';
import {
  ListMutationImportRowsInput,
  ListMutationImportsInput,
  MutationImport,
  MutationImportIdInput,
  MutationImportRow,
  UploadMutationImportInput,
} from './schemas.ts';
import { undoMutationImport } from './undo-import.ts';
import { uploadMutationImport } from './upload-import.ts';

const PATH = '/api/open/bank/mutation/import';
const section = 'Bank';

export const mutationImportRoutes: Route[] = [
  route({
    method: 'POST',
    path: PATH,
    operation: 'uploadMutationImport',
    section,
    summary: 'Upload a bank statement and preview it',
    description:
      'Reads statements of BCA, Mandiri, BRI, BNI and other banks, and returns a preview: which rows are new, and which are recorded ' +
      'already. Nothing is recorded yet. Columns that are named are remembered for the bank account; `{}` forgets them.',
    permission: 'payments.write',
    upload: 'file',
    upload_bytes: mutationLimits.mutation_import_bytes,
    input: UploadMutationImportInput,
    answer: success(MutationImport),
    run: uploadMutationImport,
  }),
  route({
    method: 'GET',
    path: PATH,
    operation: 'listMutationImports',
    section,
    summary: 'List imports of bank statements',
    permission: 'banks.read',
    input: ListMutationImportsInput,
    answer: page(MutationImport),
    run: listMutationImports,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id`,
    operation: 'getMutationImport',
    section,
    summary: 'Get an import of a bank statement',
    permission: 'banks.read',
    input: MutationImportIdInput,
    answer: success(MutationImport),
    run: getMutationImport,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id/rows`,
    operation: 'listMutationImportRows',
    section,
    summary: 'List rows of an imported bank statement',
    permission: 'banks.read',
    input: ListMutationImportRowsInput,
    answer: page(MutationImportRow),
    run: listMutationImportRows,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/apply`,
    operation: 'applyMutationImport',
    section,
    summary: 'Apply an import of a bank statement',
    description:
      'Records the new mutations; every row is looked up again first. What came in is matched with payments afterwards. More than ' +
      '500 rows are recorded by a job.',
    permission: 'payments.write',
    input: MutationImportIdInput,
    answer: success(MutationImport),
    run: applyMutationImport,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/undo`,
    operation: 'undoMutationImport',
    section,
    summary: 'Undo an import of a bank statement',
    description:
      'Removes the mutations that it has recorded. Those that were matched, or that another source has shown too, stay. More than ' +
      '500 are removed by a job.',
    permission: 'payments.write',
    input: MutationImportIdInput,
    answer: success(MutationImport),
    run: undoMutationImport,
  }),
];
