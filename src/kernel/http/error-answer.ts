import type { FastifyError } from 'fastify';
import { errorTable, errorText, kernelErrors, Refusal } from '../errors.ts';
import type { Language } from '../language.ts';
import { limits } from '../limits.ts';
import { refusalOf } from './database-errors.ts';
import { InvalidInput } from './handle-request.ts';
import { fieldErrors } from './validation-messages.ts';

export interface ErrorAnswer {
  status: number;
  body: {
    request_id: string;
    response: 'Failed';
    message: string | Record<string, (string | number)[]>;
    data: null;
    code: string;
    docs: string;
    /** How many faults there are beside those in `message`; nothing more was looked for where they are very many. */
    more_faults?: number;
  };
  retry_after_s?: number;
  /** How the cause is logged: an error of ours, or what the answer hides, as why the database refused. */
  log?: 'error' | 'warn';
}

/**
 * The response for any thrown value. Unknown errors become 500 with a request id and nothing else.
 * @param body_bytes the maximum size of the body
 */
export function errorAnswer(
  error: unknown,
  facts: { language: Language; request_id: string; base_url: string },
  body_bytes: number = limits.json_body_bytes,
): ErrorAnswer {
  if (error instanceof InvalidInput) {
    const { fields, more } = fieldErrors(
      error.issues,
      facts.language,
      (code) => errorTable.get(code)?.[facts.language],
    );
    return answer('invalid_input', 422, withMore(fields, more, facts.language), facts, more);
  }
  // What has a status of HTTP is of the request, as a connection that the client closed while it sent.
  const of_request = (error as FastifyError).statusCode !== undefined;
  const of_database = of_request ? undefined : refusalOf(error);
  const refusal =
    error instanceof Refusal ? error : (of_database ?? fastifyRefusal(error as FastifyError, body_bytes));
  if (refusal === undefined)
    return {
      ...answer('internal', 500, errorText({ code: 'internal' }, facts.language), facts),
      log: 'error',
    };
  const [first] = refusal.parts;
  return {
    ...((of_database !== undefined || isWorthALine(refusal)) && { log: 'warn' as const }),
    ...answer(
      first?.code ?? 'internal',
      refusal.status,
      messageOf(refusal, facts.language),
      facts,
      refusal.more_faults,
    ),
    ...(refusal.retry_after_s !== undefined && { retry_after_s: refusal.retry_after_s }),
  };
}

/** Refused before anything was done, as in a flood: a cause in the log for each would cost more than the answer. */
const REFUSED_AT_THE_DOOR = new Set(['overloaded', 'unavailable']);

function isWorthALine({ status, parts }: Refusal): boolean {
  return status >= 500 && !REFUSED_AT_THE_DOOR.has(parts[0]?.code ?? '');
}

function messageOf(refusal: Refusal, language: Language): ErrorAnswer['body']['message'] {
  const fields: Record<string, (string | number)[]> = {};
  const plain: string[] = [];
  for (const part of refusal.parts) {
    const text = errorText({ ...part, values: { field: part.field ?? '', ...part.values } }, language);
    if (part.field === undefined) plain.push(text);
    else (fields[part.field] ??= []).push(part.as_number ?? text);
  }
  return Object.keys(fields).length > 0 ? withMore(fields, refusal.more_faults, language) : plain.join(' ');
}

/** Clients that show every sentence show this one too. */
function withMore(
  fields: Record<string, (string | number)[]>,
  count: number,
  language: Language,
): Record<string, (string | number)[]> {
  if (count === 0) return fields;
  return { ...fields, more_faults: [errorText({ code: 'more_faults', values: { count } }, language)] };
}

function answer(
  code: string,
  status: number,
  message: ErrorAnswer['body']['message'],
  facts: { request_id: string; base_url: string },
  more_faults = 0,
): ErrorAnswer {
  const docs = `${facts.base_url}/docs/errors/${code}`;
  return {
    status,
    body: {
      request_id: facts.request_id,
      response: 'Failed',
      message,
      data: null,
      code,
      docs,
      ...(more_faults > 0 && { more_faults }),
    },
  };
}

/** What Fastify itself refuses, before a route runs. */
function fastifyRefusal(error: FastifyError, body_bytes: number): Refusal | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_PARTS_LIMIT':
    case 'FST_FILES_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return kernelErrors.refuse('body_too_large', { limit: sizeText(body_bytes) });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return kernelErrors.refuse('unsupported_media_type');
    case 'FST_STATIC_FORBIDDEN_PATH':
      return kernelErrors.refuse('not_found');
    default:
      return refusalByStatus(error.statusCode);
  }
}

/** What plugins refuse by their own errors, as the one that serves files. */
function refusalByStatus(status: number | undefined): Refusal | undefined {
  if (status === undefined || status < 400 || status > 499) return undefined;
  if (status === 400) return kernelErrors.refuse('unreadable_body');
  if (status === 403 || status === 404) return kernelErrors.refuse('not_found');
  if (status === 412) return kernelErrors.refuse('precondition_failed');
  if (status === 416) return kernelErrors.refuse('range_not_satisfiable');
  return kernelErrors.refuse('unreadable_request');
}

function sizeText(bytes: number): string {
  return bytes < 1_048_576 ? `${bytes / 1_024} KB` : `${bytes / 1_048_576} MB`;
}
