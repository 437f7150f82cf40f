/** Where one message may hold several requests: at the ends of its sentences and at the words that join them. */

/** Signs and words between two requests: they are no part of either. */
const joint = new RegExp(
  [
    String.raw`\s*[.!?;](?=\s)\s*(?:(?:and|then|also|и|а|ещё|еще|e|também|depois)\s+)?`,
    String.raw`\s*[。！？；\n]\s*`,
    String.raw`\s*[,，、]\s*(?:(?:and|plus|also|then|и|а|e)\s+)?(?:(?:then|also|ещё|еще|также|потом|também|depois)\s+)?`,
    String.raw`\s+(?:and|plus|и|а|e)\s+(?:(?:then|also|ещё|еще|также|потом|затем|também|depois)\s+)?`,
    String.raw`(?:并且|並且|而且|另外|然后|然後|还有|還有|以及|再|和|同时|同時)`,
  ].join('|'),
  'giu',
);

/** More places than this are not tried, nor in a longer message: the answer has to come in bounded time. */
const mostJoints = 5;
const longest = 300;

/** The first request that a message may begin with, and what would be left behind it. */
export interface RequestCut {
  readonly head: string;
  readonly rest: string;
}

/** Where a message may be cut after its first request, the shortest first. */
export function cutsOf(said: string): readonly RequestCut[] {
  if (said.length > longest) return [];
  return [...said.matchAll(joint)]
    .slice(0, mostJoints)
    .map(({ 0: words, index }) => ({
      head: said.slice(0, index).trim(),
      rest: said.slice(index + words.length).trim(),
    }))
    .filter(({ head, rest }) => isLong(head) && isLong(rest));
}

/** A request has two words or more, in Chinese two characters; or it is the name of a command. */
function isLong(part: string): boolean {
  return /\S\s+\S|\p{sc=Han}{2}|^\p{L}{4,}$/u.test(part);
}

/** Where one clause ends: at a sign, before a dash, and in Chinese also at a space. */
const clauseEnd =
  /(?<=[,;:.!?…]+)\s+|(?<=[,;!?](?=\p{sc=Han}))|(?<=[，、。；：！？～\n])\s*|\s+(?=[—–-]\s)|(?<=\p{sc=Han})\s+(?=\p{sc=Han})/u;

/** The clauses of a message with the signs that end them, in their order. */
export function clausesOf(said: string): readonly string[] {
  if (said.length > longest) return [];
  return said
    .split(clauseEnd)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}
