import type { MessageProblem } from './port.ts';

/** Error codes of the Cloud API (developers.facebook.com, WhatsApp, error codes), in our words. */
const PROBLEMS: Readonly<Record<number, MessageProblem>> = {
  0: 'key_refused',
  3: 'key_refused',
  10: 'key_refused',
  190: 'key_refused',
  368: 'key_refused',
  131_005: 'key_refused',
  131_031: 'key_refused',
  131_042: 'balance_too_low',
  4: 'busy',
  80_007: 'busy',
  130_429: 'busy',
  131_048: 'busy',
  131_056: 'busy',
  131_021: 'phone_refused',
  131_026: 'phone_refused',
  131_030: 'phone_refused',
  131_050: 'phone_refused',
  130_472: 'phone_refused',
  133_010: 'refused',
  131_047: 'window_closed',
  132_000: 'template_refused',
  132_001: 'template_refused',
  132_005: 'template_refused',
  132_007: 'template_refused',
  132_012: 'template_refused',
  132_015: 'template_refused',
  132_016: 'template_refused',
  // Something went wrong there: it may have been sent.
  1: 'answer_lost',
  2: 'answer_lost',
  131_000: 'answer_lost',
  131_016: 'answer_lost',
};

export function problemOfCode(code: number): MessageProblem {
  return PROBLEMS[code] ?? 'refused';
}
