import { z } from 'zod';
import type { Route } from '../../src/kernel/http/route.ts';
import { limits } from '../../src/kernel/limits.ts';
import type { Size } from './attack.ts';

/** A body that is hard to read or to check. */
export interface WorstBody {
  what: string;
  content_type: string;
  body: string;
}

/** JSON Schema, as far as it is looked at. */
interface Shape {
  type?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  maxItems?: number;
  anyOf?: Shape[];
}

const JSON_TYPE = 'application/json';

/** The hardest bodies for a route, made of the schema of its input: every field as long as the body may be. */
export function worstBodies(route: Route, size: Size): WorstBody[] {
  const allowed = route.body_bytes ?? limits.json_body_bytes;
  const bytes = size === 'full' ? allowed : Math.ceil(allowed / 10);
  const shape = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }) as Shape;
  const fields = Object.entries(shape.properties ?? {});
  if (fields.length === 0) return [];
  const json = (what: string, body: unknown) => ({
    what,
    content_type: JSON_TYPE,
    body: JSON.stringify(body),
  });
  const share = Math.floor((bytes - 2_000) / fields.length);
  const of = (value: (field: Shape, share: number) => unknown) =>
    Object.fromEntries(fields.map(([name, field]) => [name, value(field, share)]));
  return [
    json(
      'texts',
      of((_, most) => '.@a -1"\u00e9'.repeat(most / 10)),
    ),
    json(
      'digits',
      of((_, most) => '9'.repeat(most)),
    ),
    json(
      'spaces',
      of((_, most) => ' '.repeat(most - 20) + 'x'),
    ),
    json(
      'characters that cannot be seen',
      of((_, most) => 'a\u200b\u00a0\u200d'.repeat(Math.min(most / 9, 24_000))),
    ),
    json(
      'lists of nothing',
      of((field, most) => listOf({}, field, most / 3)),
    ),
    json(
      'what is wrong everywhere',
      of((field, most) => wrong(field, most)),
    ),
    form(
      fields.map(([name]) => name),
      bytes,
    ),
  ];
}

function listOf(item: unknown, field: Shape, most: number): unknown[] {
  return Array.from({ length: Math.min(Math.floor(most), maxItems(field)) }, () => item);
}

function maxItems(field: Shape): number {
  return field.maxItems ?? field.anyOf?.find(({ maxItems }) => maxItems !== undefined)?.maxItems ?? 100_000;
}

/** A value of the right shape, in which nothing is right, of about so many bytes. */
function wrong(field: Shape, bytes: number): unknown {
  const of = field.anyOf?.find(({ type }) => type === 'array' || type === 'object') ?? field;
  if (of.items !== undefined) {
    const one = wrong(of.items, Math.min(bytes, 20_000));
    const length = Math.min(maxItems(of), Math.floor(bytes / (JSON.stringify(one).length + 1)));
    return Array.from({ length }, () => one);
  }
  const properties = Object.entries(of.properties ?? {});
  if (properties.length === 0) return '?';
  return Object.fromEntries(
    properties.map(([name, inner]) => [name, wrong(inner, bytes / properties.length)]),
  );
}

/** A form of as many parameters, as deep and as long, as may be. */
function form(names: string[], bytes: number): WorstBody {
  const parameters = Array.from(
    { length: limits.query_parameters },
    (_, at) => `${names[at % names.length]}[${at}][a][b][c][d][e][f]=x`,
  );
  const last = `&a${'[b]'.repeat(bytes / 6)}=${'%5B'.repeat(bytes / 8)}`;
  return {
    what: 'a form',
    content_type: 'application/x-www-form-urlencoded',
    body: parameters.slice(1).join('&') + last,
  };
}

/** Bodies that are hard to read for any route. */
export function worstJson(bytes: number): WorstBody[] {
  const json = (what: string, body: string) => ({ what, content_type: JSON_TYPE, body });
  const fill = (part: string) => part.repeat(Math.floor((bytes - 20) / part.length));
  const half = '['.repeat(bytes / 2 - 20);
  return [
    json('lists within lists', `{"a":${half}${half.replaceAll('[', ']')}}`),
    json('lists that never end', `{"a":${'['.repeat(bytes - 20)}`),
    json('empty lists', `{"a":[${fill('[],')}[]]}`),
    json('empty objects', `{"a":[${fill('{},')}{}]}`),
    json(
      'as many fields',
      `{${Array.from({ length: Math.floor(bytes / 12) }, (_, at) => `"k${at}":1`).join(',')}}`,
    ),
    json('escaped quotes', `{"a":"${fill('\\"')}"}`),
    json('prototypes', `{"a":[${fill('{"__proto__":{"x":1}},')}{}]}`),
    json('one number', `{"a":${'9'.repeat(bytes - 20)}}`),
    json('one form parameter after another', fill('a=b&')),
    { what: 'parameters', content_type: 'application/x-www-form-urlencoded', body: fill('a=b&') },
  ];
}

/** Bodies of multipart/form-data with as many parts as so many bytes hold. */
export function worstForms(bytes: number): WorstBody[] {
  const form = (what: string, part: string) => ({
    what,
    content_type: 'multipart/form-data; boundary=BND',
    body: part.repeat(Math.floor(bytes / part.length)),
  });
  const named = (name: string) => `content-disposition: form-data; name="f"${name}`;
  return [
    form('a million parts of nothing', '--BND\r\n'),
    form('parts without a name', '--BND\r\n\r\n\r\n'),
    form('fields', `--BND\r\n${named('')}\r\n\r\nx\r\n`),
    form('files', `--BND\r\n${named('; filename="f"')}\r\n\r\nx\r\n`),
    form('what is almost a boundary', '\r\n--BN'),
    {
      ...form('one field', ' '),
      body: `--BND\r\n${named('')}\r\n\r\n${'x'.repeat(bytes - 200)}\r\n--BND--\r\n`,
    },
    { ...form('one header', ' '), body: `--BND\r\n${'a:b\r\n'.repeat(bytes / 5 - 10)}` },
  ];
}
