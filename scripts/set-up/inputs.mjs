import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * All files under the given files and folders, sorted, as paths relative to `base` with `/`. What does not exist is left out.
 * @param {string} base
 * @param {string[]} places
 * @param {(path: string) => boolean} [keep]
 * @returns {string[]}
 */
export function listFiles(base, places, keep = () => true) {
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {string} */ path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory() === true) {
      for (const name of readdirSync(path)) if (name !== 'node_modules') visit(join(path, name));
    } else if (stat?.isFile() === true) {
      found.push(relative(base, path).split(sep).join('/'));
    }
  };
  for (const place of places) visit(join(base, place));
  return found.filter(keep).sort();
}

/**
 * One hash over names and contents: equal hash, equal inputs, so a step that made something of them can be skipped.
 * @param {string} base
 * @param {string[]} files as `listFiles` answers
 * @param {string[]} [also] further facts that the outcome depends on, for example a version
 */
export function hashFiles(base, files, also = []) {
  const hash = createHash('sha256');
  for (const fact of also) hash.update(`${fact}\0`);
  for (const file of files) {
    const content = readFileSync(join(base, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
