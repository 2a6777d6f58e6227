import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import qs from 'qs';
import { z } from 'zod';
import { limits } from '../limits.ts';
import type { Language } from '../language.ts';
import { itemsInTurns } from './input.ts';
import { named } from './openapi-names.ts';

/** What a response may need from its request. */
export interface AnswerFacts {
  language: Language;
  base_url: string;
  path: string;
  /** The input as it was sent, without what stands in the path. */
  query: Record<string, unknown>;
}

/** How a use-case's result becomes the body: the schema lets nothing else out. */
export interface Answer<Result> {
  schema: z.ZodType;
  build(result: Result, facts: AnswerFacts): unknown;
  /** Content type of the file that a use-case of GET may give in place of JSON; `only`: always does. */
  file?: { content_type: string; only: boolean };
}

/** A file as the whole answer. */
export class FileAnswer {
  /** Letters, digits, dashes and dots, made by us. */
  readonly name: string;
  readonly content_type: string;
  readonly content: Readable;
  constructor(name: string, content_type: string, content: Readable) {
    // It stands in a header, between quotation marks.
    if (!/^[\w.-]+$/.test(name)) throw new RangeError(`not a file name: ${JSON.stringify(name)}`);
    this.name = name;
    this.content_type = content_type;
    this.content = content;
  }
}

/** A file. */
export function file(content_type: string): Answer<FileAnswer> {
  return { schema: z.object({}), build: () => ({}), file: { content_type, only: true } };
}

/** Like `answer`, or a file instead. */
export function orFile<Result>(answer: Answer<Result>, content_type: string): Answer<Result | FileAnswer> {
  return { ...(answer as Answer<Result | FileAnswer>), file: { content_type, only: false } };
}

/** What is sent bit by bit, as long as both sides want: it has no place meanwhile, and no connection to the database. */
export class StreamAnswer {
  readonly content_type: string;
  readonly begin: (response: ServerResponse) => void;
  /** @param begin writes to the response, whose headers are sent, and ends it */
  constructor(content_type: string, begin: (response: ServerResponse) => void) {
    this.content_type = content_type;
    this.begin = begin;
  }
}

/** A stream. */
export function stream(content_type: string): Answer<StreamAnswer> {
  return { schema: z.object({}), build: () => ({}), file: { content_type, only: true } };
}

/** Text in both languages. */
export type Bilingual = Record<Language, string>;

/** `{response: "Success", message?, data}` */
export function success<S extends z.ZodType>(data: S, message?: Bilingual): Answer<z.input<S>> {
  return {
    schema: z.object({ response: z.string(), ...(message && { message: z.string() }), data }),
    build: (result, facts) => ({
      response: 'Success',
      ...(message && { message: message[facts.language] }),
      data: result,
    }),
  };
}

/** The same where what happened is not always the same: the use-case says it. */
export function told<S extends z.ZodType>(data: S): Answer<{ data: z.input<S>; message: Bilingual }> {
  return {
    schema: z.object({ response: z.string(), message: z.string(), data }),
    build: (result, facts) => ({
      response: 'Success',
      message: result.message[facts.language],
      data: result.data,
    }),
  };
}

/** `{response: "Success", message}`: the confirmation of an action without data. */
export function done(message: Bilingual): Answer<object> {
  return {
    schema: z.object({ response: z.string(), message: z.string() }),
    build: (_result, facts) => ({ response: 'Success', message: message[facts.language] }),
  };
}

/** The same with `"success"` in small letters: so the reference has it for some, and clients compare it. */
export function lowerCase<Result>(answer: Answer<Result>): Answer<Result> {
  return {
    ...answer,
    build: (result, facts) => ({ ...(answer.build(result, facts) as object), response: 'success' }),
  };
}

/** `{data}` */
export function data<S extends z.ZodType>(schema: S): Answer<z.input<S>> {
  return { schema: z.object({ data: schema }), build: (result) => ({ data: result }) };
}

/** The body as the schema has it. */
export function bare<S extends z.ZodType>(schema: S): Answer<z.input<S>> {
  return { schema, build: (result) => result };
}

export interface Page<Item> {
  items: Item[];
  /** Exact up to `limits.exact_total`; beyond, that number plus one, unless all were counted. */
  total: number;
  /** Whether all rows were counted, as requested. */
  is_counted_whole?: boolean;
  /** Up to which the total is exact, if not up to `limits.exact_total`. */
  exact_total?: number;
  page: number;
  per_page: number;
  /** Continues behind the last item, for lists that can; null at the end. */
  next_cursor?: string | null;
}

const pagination = named('Pagination', {
  total: z.int(),
  total_is_exact: z.boolean(),
  count: z.int(),
  per_page: z.int(),
  current_page: z.int(),
  total_pages: z.int(),
  next_cursor: z.string().nullable().optional(),
  links: z.object({ previous: z.string().optional(), next: z.string().optional() }),
});

/** `{…head, data: [item], meta: {pagination}}` with links to the adjacent pages. */
export function page<S extends z.ZodType, H extends z.ZodRawShape = z.ZodRawShape>(
  item: S,
  head?: H,
): Answer<Page<z.input<S>> & { head?: z.input<z.ZodObject<H>> }> {
  return {
    schema: z.object({ ...head, data: itemsInTurns(item), meta: z.object({ pagination }) }),
    build: (result, facts) => ({
      ...result.head,
      data: result.items,
      meta: { pagination: paginationOf(result, facts) },
    }),
  };
}

function paginationOf(result: Page<unknown>, facts: AnswerFacts): z.input<typeof pagination> {
  const { exact_total = limits.exact_total } = result;
  const total_is_exact = result.is_counted_whole === true || result.total <= exact_total;
  const total = total_is_exact ? result.total : exact_total;
  const more = hasMore(result, total_is_exact);
  return {
    total,
    total_is_exact,
    count: result.items.length,
    per_page: result.per_page,
    current_page: result.page,
    // Of nothing else, whatever page this is: loops end at it.
    total_pages: Math.max(1, Math.ceil(total / result.per_page)),
    ...(result.next_cursor !== undefined && { next_cursor: result.next_cursor }),
    links: facts.query['cursor'] === undefined ? numbered() : following(),
  };

  function numbered() {
    return {
      ...(result.page > 1 && { previous: pageLink(facts, 'pagination_offset', result.page - 1) }),
      ...(more && { next: pageLink(facts, 'pagination_offset', result.page + 1) }),
    };
  }

  /** Who reads on by cursor is led on by cursor. */
  function following() {
    const { next_cursor } = result;
    return { ...(typeof next_cursor === 'string' && { next: pageLink(facts, 'cursor', next_cursor) }) };
  }
}

/** Beyond the counted rows, a full page means that another may follow: following the links reaches every row. */
function hasMore({ items, total, page, per_page, next_cursor }: Page<unknown>, is_exact: boolean): boolean {
  if (next_cursor !== undefined) return next_cursor !== null;
  return is_exact ? page * per_page < total : items.length === per_page;
}

function pageLink(facts: AnswerFacts, place: 'pagination_offset' | 'cursor', value: number | string): string {
  const { pagination_offset: _place, ...filters } = facts.query;
  const query = qs.stringify({ ...filters, [place]: value }, { skipNulls: true, format: 'RFC1738' });
  return `${facts.base_url}${facts.path}?${query}`;
}
