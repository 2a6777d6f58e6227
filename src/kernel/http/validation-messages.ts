import { z } from 'zod';
import type { Language } from '../language.ts';
import { limits } from '../limits.ts';
import type { InputFormat } from './input.ts';

type Issue = z.core.$ZodIssue;

/** Returns the text of one of our own codes, with placeholders for values such as `{field}` and `{name}`. */
export type TextOf = (code: string) => string | undefined;

/** Stands in the message of an issue about a value that isn't there: the issue itself no longer says so. */
const REQUIRED = 'required';

// An issue carries neither its input nor whether there was one; only while it is made is that known.
z.config({
  customError: (issue) =>
    // What is an instance of no class, as a file that is missing, is a custom issue as well.
    (issue.code !== 'custom' || issue.params === undefined) &&
    issue.code !== 'unrecognized_keys' &&
    (issue.input === undefined || issue.input === null)
      ? REQUIRED
      : undefined,
});

/** So much of a field's name is shown: where the client chooses it, it can be as long as the body. */
const NAME_CHARACTERS = 200;

export interface FieldErrors {
  /** Sentences by dotted path, as `products.0.qty`; an input that is wrong as a whole is `input`. */
  fields: Record<string, string[]>;
  /** How many faults are not listed. */
  more: number;
}

/**
 * The errors of an input by field: the first `limits.faults_listed`, without duplicates, and the number of further ones.
 * @param issues of zod. Our own rules are custom issues with `params: { code, ...values }`.
 * @param textOf returns the text of a rule's code in the language, for example from the error table
 * @param most the maximum number of listed errors
 */
export function fieldErrors(
  issues: readonly Issue[],
  language: Language,
  textOf: TextOf,
  most: number = limits.faults_listed,
): FieldErrors {
  const fields = new Map<string, Map<string, string>>();
  const add = (field: string, rule: string, sentence: string) => {
    const sentences = fields.get(field) ?? new Map<string, string>();
    fields.set(field, sentences.set(rule, sentence));
  };
  let listed = 0;
  let more = 0;
  for (const issue of issues) {
    const field = pathText(issue.path);
    if (issue.code === 'unrecognized_keys') {
      const keys = issue.keys.slice(0, most - listed);
      for (const key of keys) {
        const unknown = pathText([...issue.path, key]);
        add(unknown, issue.code, TEXTS[language].unknown_field(unknown));
      }
      listed += keys.length;
      more += issue.keys.length - keys.length;
    } else if (listed >= most) more += 1;
    else {
      listed += 1;
      const sentence = sentenceOf(issue, field, language, textOf);
      // A number beyond the safe integers breaks that bound and then its field's own: the last, tighter one is reported.
      const is_bound = issue.code === 'too_big' || issue.code === 'too_small';
      add(field, is_bound ? issue.code : sentence, sentence);
    }
  }
  return {
    fields: Object.fromEntries([...fields].map(([field, sentences]) => [field, [...sentences.values()]])),
    more,
  };
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'input';
  return path.map((part) => String(part).slice(0, NAME_CHARACTERS)).join('.');
}

function sentenceOf(issue: Issue, field: string, language: Language, textOf: TextOf): string {
  const texts = TEXTS[language];
  if (issue.message === REQUIRED) return texts.required(field);
  switch (issue.code) {
    case 'invalid_type':
      return (texts.types[issue.expected] ?? texts.invalid)(field);
    case 'invalid_format':
      return (texts.formats[issue.format] ?? texts.invalid)(field);
    case 'invalid_value':
      return texts.one_of(field, issue.values.map(String).join(', '));
    case 'too_small':
      return texts.bounds[boundOf(issue)](
        field,
        amountText(issue.minimum, issue.origin, language),
        verbOf(issue.origin),
      );
    case 'too_big':
      return texts.bounds[boundOf(issue)](
        field,
        amountText(issue.maximum, issue.origin, language),
        verbOf(issue.origin),
      );
    case 'not_multiple_of':
      return texts.multiple(field, String(issue.divisor));
    case 'custom':
      // Of a field that is required because of others.
      if (issue.params?.['code'] === REQUIRED) return texts.required(field);
      return ruleText(issue, field, textOf) ?? texts.invalid(field);
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
      return texts.invalid(field);
  }
}

type Bound = 'at_least' | 'more_than' | 'at_most' | 'less_than' | 'exactly';

function boundOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Bound {
  if (issue.exact === true) return 'exactly';
  if (issue.code === 'too_small') return issue.inclusive === false ? 'more_than' : 'at_least';
  return issue.inclusive === false ? 'less_than' : 'at_most';
}

/** A list has its items; a text is so long. */
function verbOf(origin: string): 'be' | 'have' {
  return ['array', 'set', 'map', 'record'].includes(origin) ? 'have' : 'be';
}

/** `3 characters`, `1 item`, `200 items`; a plain number where the bound is one of a number. */
function amountText(amount: number | bigint, origin: string, language: Language): string {
  const unit = { string: 'character', array: 'item', set: 'item', map: 'item', record: 'item', file: 'byte' }[
    origin
  ];
  if (unit === undefined) return String(amount);
  if (language === 'id') return `${amount} ${unit === 'character' ? 'karakter' : unit}`;
  return `${amount} ${unit}${Number(amount) === 1 ? '' : 's'}`;
}

/** The text of one of our own rules with its values filled in. */
function ruleText(issue: z.core.$ZodIssueCustom, field: string, textOf: TextOf): string | undefined {
  const { code, ...values } = issue.params ?? {};
  const template = typeof code === 'string' ? textOf(code) : undefined;
  if (template === undefined) return undefined;
  const known: Record<string, unknown> = { field, ...values };
  return template.replaceAll(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(known, name) ? String(known[name]) : place,
  );
}

type Sentence = (field: string) => string;

interface Texts {
  required: Sentence;
  invalid: Sentence;
  unknown_field: Sentence;
  one_of(field: string, allowed: string): string;
  multiple(field: string, divisor: string): string;
  bounds: Record<Bound, (field: string, amount: string, verb: 'be' | 'have') => string>;
  /** By the `expected` of zod. */
  types: Record<string, Sentence>;
  /** By the `format` of zod or of our readers. */
  formats: Record<InputFormat | 'email', Sentence> & Record<string, Sentence>;
}

const en = (rest: string) => (field: string) => `The ${field} ${rest}`;
const id = (rest: string) => (field: string) => `${field} ${rest}`;

const TEXTS: Record<Language, Texts> = {
  en: {
    required: (field) => `The ${field} field is required.`,
    invalid: en('is invalid.'),
    unknown_field: (field) => `Unknown field: ${field}.`,
    one_of: (field, allowed) => `The ${field} must be one of: ${allowed}.`,
    multiple: (field, divisor) => `The ${field} must be a multiple of ${divisor}.`,
    bounds: {
      at_least: (field, amount, verb) => `The ${field} must ${verb} at least ${amount}.`,
      more_than: (field, amount, verb) => `The ${field} must ${verb} more than ${amount}.`,
      at_most: (field, amount, verb) => `The ${field} must ${verb} at most ${amount}.`,
      less_than: (field, amount, verb) => `The ${field} must ${verb} less than ${amount}.`,
      exactly: (field, amount, verb) => `The ${field} must ${verb} exactly ${amount}.`,
    },
    types: {
      int: en('must be a whole number.'),
      number: en('must be a number.'),
      string: en('must be a string.'),
      boolean: en('must be true or false.'),
      array: en('must be a list.'),
      object: en('must be an object.'),
      record: en('must be an object.'),
    },
    formats: {
      integer: en('must be a whole number, in digits only, for example 10.'),
      rupiah: en(
        'must be an amount in whole rupiah, in digits only, for example 10000 (without Rp, dots or commas).',
      ),
      boolean: en('must be true or false (also accepted: 1, 0, Y, N).'),
      text: en('must be a string.'),
      characters: en('contains control characters, which are not allowed.'),
      phone: en('must be a phone number of 8 to 15 digits, for example 081234567890 or +6281234567890.'),
      cursor: en('must be the next_cursor of the previous page.'),
      day: en('must be a valid date in the format yyyy-mm-dd, from 2000-01-01 to 2100-12-31.'),
      moment: en(
        'must be a valid date and time in the format yyyy-mm-dd hh:mm, from 2000-01-01 to 2100-12-31.',
      ),
      list: en('must be a list.'),
      email: en('must be an email address, for example name@example.com.'),
      url: en('must be a URL, for example https://example.com.'),
    },
  },
  id: {
    required: id('wajib diisi.'),
    invalid: id('tidak valid.'),
    unknown_field: (field) => `Kolom ${field} tidak dikenal.`,
    one_of: (field, allowed) => `${field} harus salah satu dari: ${allowed}.`,
    multiple: (field, divisor) => `${field} harus kelipatan ${divisor}.`,
    bounds: {
      at_least: (field, amount) => `${field} minimal ${amount}.`,
      more_than: (field, amount) => `${field} harus lebih dari ${amount}.`,
      at_most: (field, amount) => `${field} maksimal ${amount}.`,
      less_than: (field, amount) => `${field} harus kurang dari ${amount}.`,
      exactly: (field, amount) => `${field} harus tepat ${amount}.`,
    },
    types: {
      int: id('harus berupa bilangan bulat.'),
      number: id('harus berupa angka.'),
      string: id('harus berupa teks.'),
      boolean: id('harus true atau false.'),
      array: id('harus berupa daftar.'),
      object: id('harus berupa objek.'),
      record: id('harus berupa objek.'),
    },
    formats: {
      integer: id('harus berupa bilangan bulat dan hanya berisi angka, misalnya 10.'),
      rupiah: id(
        'harus berupa jumlah rupiah dan hanya berisi angka, misalnya 10000 (tanpa Rp, titik, atau koma).',
      ),
      boolean: id('harus true atau false (1, 0, Y, dan N juga diterima).'),
      text: id('harus berupa teks.'),
      characters: id('mengandung karakter kontrol yang tidak diperbolehkan.'),
      phone: id('harus berupa nomor telepon 8 sampai 15 angka, misalnya 081234567890 atau +6281234567890.'),
      cursor: id('harus berupa next_cursor dari halaman sebelumnya.'),
      day: id('harus berupa tanggal yang valid dengan format yyyy-mm-dd, dari 2000-01-01 sampai 2100-12-31.'),
      moment: id(
        'harus berupa tanggal dan jam yang valid dengan format yyyy-mm-dd hh:mm, dari 2000-01-01 sampai 2100-12-31.',
      ),
      list: id('harus berupa daftar.'),
      email: id('harus berupa alamat email, misalnya nama@example.com.'),
      url: id('harus berupa URL, misalnya https://example.com.'),
    },
  },
};
