/** How far an import is while its facts are written. */

export interface ImportProgress {
  /** Records of people that are stored. */
  readonly done: number;
  /** Records of people that are to be stored. */
  readonly of: number;
}
