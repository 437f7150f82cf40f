/** The team digest is the weekly card for a channel or a group chat: where it goes, and whether it names people. */

export interface TeamDigest {
  /** The id of the conversation, without the thread. */
  readonly conversation: string;
  /** Absent where people are told as numbers only. */
  readonly names?: true;
}

/** Whether both say the same. */
export function isSameDigest(one: TeamDigest | undefined, other: TeamDigest | undefined): boolean {
  return one?.conversation === other?.conversation && one?.names === other?.names;
}
