/**
 * @typedef {{ version?: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>,
 *   peerDependencies?: Record<string, string>, peerDependenciesMeta?: Record<string, { optional?: boolean }> }} Entry
 */

/**
 * Dependencies that the lock file names but does not hold. `npm install` writes such a file without a word when a
 * registry lacks some platform's build of a package, and `npm ci` then fails for everybody who clones the project.
 * @param {{ packages: Record<string, Entry> }} lock
 * @returns {string[]} each as `package -> missing dependency`
 */
export function missingFromLock(lock) {
  const missing = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      if (!resolves(lock.packages, path, name)) missing.push(`${path || '(project)'} -> ${name}`);
    }
  }
  return missing;
}

/**
 * Node's own search: beside the package, then upwards.
 * @param {Record<string, Entry>} packages
 * @param {string} from
 * @param {string} name
 */
function resolves(packages, from, name) {
  let at = from;
  for (;;) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  }
}
