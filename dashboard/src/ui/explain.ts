import { ConnectionError, NgorderError } from 'ngorder-sdk';
import { currentLanguage } from './language.ts';
import { words } from './words.ts';

/** What a person is told of an error: what happened and what to do. */
export function explain(error: unknown): { message: string; request_id: string } {
  const t = words[currentLanguage()];
  if (error instanceof ConnectionError) return { message: t.no_connection, request_id: '' };
  if (!(error instanceof NgorderError)) return { message: t.went_wrong, request_id: '' };
  const { status, message, request_id } = error;
  if (status >= 500 && status !== 503) return { message: t.went_wrong, request_id };
  // The server's own sentence says which field, why, and what is allowed.
  return { message: status === 403 && message === '' ? t.forbidden : message, request_id };
}

/**
 * The first sentence of each field that was refused, for a form to show beside it.
 * @param labels how the form calls its fields: the server knows them by the names of the API
 */
export function fieldErrors(
  error: unknown,
  labels: Readonly<Record<string, string>> = {},
): Record<string, string> {
  if (!(error instanceof NgorderError)) return {};
  return Object.fromEntries(
    Object.entries(error.fields).map(([field, [sentence = '']]) => [
      field,
      sentence.replace(field, labels[field] ?? field),
    ]),
  );
}
