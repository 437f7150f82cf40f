/** A path of this machine behind the words of a command, as a person types or pastes it; only a local world reads it. */

/** What ends like a table, or has a folder in it. */
const pathLike = /[\\/]|\.(?:csv|tsv|txt|json)$/i;

/** The path behind one of these phrases; nothing where the words after it are no path. */
export function localPathBehind(said: string, phrases: readonly string[]): string | undefined {
  const words = said.trim();
  const phrase = [...phrases]
    .sort((one, other) => other.length - one.length)
    .find((one) => words.toLowerCase().startsWith(`${one.toLowerCase()} `));
  if (phrase === undefined) return undefined;
  const path = words
    .slice(phrase.length)
    .trim()
    .replace(/^["'“‘«「](.*)["'”’»」]$/s, '$1');
  return pathLike.test(path) && !path.includes('\n') ? path : undefined;
}
