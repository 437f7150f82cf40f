/** A group is people who hold the same counted credentials and are therefore interchangeable. */
export interface Group {
  readonly held: ReadonlySet<string>;
  readonly people: readonly string[];
}
