import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** The code blocks of a page that are for a shell, as a reader copies them. */
export function shellBlocks(page: string): string[] {
  return [...page.matchAll(/^( *)```sh\n(.*?)^\1```$/gms)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

/** The calls of the README that lead to a first order and its label, one script. */
export const firstOrder = () => callsOf('A first order in five minutes');

/** Those that a buyer goes on with, in the shell of the first order. */
export const firstBuyer = () => callsOf('A first buyer');

async function callsOf(title: string): Promise<string> {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split(`## ${title}\n`);
  const [steps = ''] = section.split('\n## ');
  return shellBlocks(steps).join('\n');
}

/**
 * Runs a script in the shell of somebody who has Node.js, in which a clock that is set for tests is set too.
 * @param cwd the folder that files of the script are written to
 */
export function runAsNewcomer(
  base_url: string,
  script: string,
  words: string[] = [],
  cwd = tmpdir(),
): Promise<{ stdout: string; stderr: string }> {
  const clock = Object.entries(process.env).filter(([name]) =>
    /^(LD_PRELOAD$|FAKETIME|(DONT|NO)_FAKE)/.test(name),
  );
  const PATH = `${dirname(process.execPath)}:${process.env['PATH']}`;
  return promisify(execFile)('bash', ['--norc', ...words, '-c', script], {
    cwd,
    env: { ...Object.fromEntries(clock), PATH, BASE: base_url },
  });
}
