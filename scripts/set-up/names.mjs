const word = '[a-z0-9]+(-[a-z0-9]+)*';
/** A kebab-case name, its role (`sitting.entity.ts`) and its ending; a leading dot for what tools hide. */
const pattern = new RegExp(`^\\.?${word}(\\.${word})*$`);

/** Names that others prescribe. */
const customary = ['README.md'];

/**
 * The paths of which some part is not in kebab-case.
 * @param {string[]} paths
 */
export function misnamed(paths) {
  return paths.filter((path) => !path.split('/').every((part) => customary.includes(part) || pattern.test(part)));
}
