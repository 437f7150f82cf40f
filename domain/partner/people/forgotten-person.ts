/** A forgotten person is kept as keyed hashes of their signs and nothing else, so that an import does not bring them back. */

export interface ForgottenPerson {
  /** What stands for the person in the audit trail; random, so that nothing follows from it. */
  readonly id: string;
  /** HMAC-SHA256 of each sign (mail address, profile or account id), hexadecimal, under the key of the partner. */
  readonly signs: readonly string[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The key of a partner for the hashes of its forgotten people. */
export interface ForgettingKey {
  readonly tenant: string;
  /** 256 random bits, hexadecimal. */
  readonly key: string;
}
