import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Loaded before anything else (`node --import`): the types of the product's sources are stripped once, and not at every
 * start. Node.js strips them with a compiler that takes 1.5 s of a core for all of them, and 20 MB as long as the process
 * lives. What it made is stored beside the dependencies, by the content that it was made from: sources that were changed
 * are stripped anew. Where nothing can be stored there, all is as without this file. (It is JavaScript, as Node.js would
 * load the compiler for it alone.)
 */
const SOURCES = new URL('./', import.meta.url).href;
const STORE = fileURLToPath(new URL(`../node_modules/.cache/stripped/${process.version}/`, import.meta.url));

/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest('hex');
/** @param {string} text */
const mark = (text) => `//${hash(text)}`;
const MARK_CHARACTERS = mark('').length;

registerHooks({
  load(url, context, next) {
    if (!url.startsWith(SOURCES) || !url.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: stripped(readFileSync(new URL(url), 'utf8')), shortCircuit: true };
  },
});

/**
 * Positions stay: types become blanks.
 * @param {string} source
 */
function stripped(source) {
  const path = `${STORE}${hash(source)}.js`;
  const stored = read(path);
  if (stored !== undefined) return stored;
  const made = stripTypeScriptTypes(source);
  store(path, made);
  return made;
}

/**
 * Undefined where it is not there, or not whole, as after a power failure.
 * @param {string} path
 */
function read(path) {
  try {
    const stored = readFileSync(path, 'utf8');
    const text = stored.slice(0, -MARK_CHARACTERS);
    return stored.slice(-MARK_CHARACTERS) === mark(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
function store(path, text) {
  try {
    mkdirSync(STORE, { recursive: true });
    // Another process that starts at the same time reads all of it or nothing.
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, text + mark(text));
    renameSync(unfinished, path);
  } catch {
    // Without a place for it, it is made at each start.
  }
}
