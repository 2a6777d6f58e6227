import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changeRules, LAST_OF_BASE } from './change-rules.ts';
import { readMigration, type MigrationFile } from './migration-file.ts';
import { rules, type MigrationRule } from './migration-rules.ts';

/* What migrations may do, by PostgreSQL's own parser: CONTRIBUTING.md. */

const FOLDER = new URL('../../migrations/', import.meta.url);
const files = readdirSync(FOLDER)
  .filter((name) => /^\d{4}_.*\.sql$/.test(name))
  .sort()
  .map((name) => readMigration(name.replace('.sql', ''), readFileSync(new URL(name, FOLDER), 'utf8')));

function faults(rule: MigrationRule, looked_at: readonly MigrationFile[]): string[] {
  return looked_at.flatMap((file) =>
    file.steps.flatMap((step) => {
      const wrong = rule.find(step, file, looked_at.slice(0, looked_at.indexOf(file)));
      return wrong === undefined ? [] : [`${file.name}: ${wrong}`];
    }),
  );
}

const example = (texts: readonly string[]) =>
  texts.map((text, index) => readMigration(`${9_001 + index}_example`, text));

test('migrations are numbered from 1 without a gap', () => {
  expect(files.map(({ name }) => Number(name.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
  expect(files.length).toBeGreaterThanOrEqual(LAST_OF_BASE);
});

describe.each(rules)('$name: $why', (rule) => {
  test('holds in every migration', () => expect(faults(rule, files)).toEqual([]));
});

describe.each(changeRules)('$name: $why', (rule) => {
  test('holds in every migration after the base', () => {
    const after = faults(rule, files).filter((fault) => Number(fault.slice(0, 4)) > LAST_OF_BASE);
    expect(after).toEqual([]);
  });
});

describe.each([...rules, ...changeRules])('$name', (rule) => {
  test.each(rule.bad)('refuses %s', (text) => {
    expect(faults(rule, example([text]))).toEqual([expect.any(String)]);
  });

  test('has a way to do the same that no rule refuses', () => {
    for (const any of [...rules, ...changeRules])
      expect([any.name, faults(any, example(rule.good))]).toEqual([any.name, []]);
  });
});
