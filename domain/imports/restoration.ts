/** A restoration brings every row of a backup back into a store that has nothing of that partner, or the same rows already. */

/** Why nothing was restored. */
export type RestorationRefusal =
  | { readonly code: 'other-format'; readonly format: string }
  | { readonly code: 'other-tenant'; /** Whose backup it is. */ readonly tenant: string }
  | {
      readonly code: 'damaged';
      readonly line: number;
      /** What is wrong, without the contents. */ readonly fault: string;
    }
  | {
      readonly code: 'occupied';
      /** Rows of this partner that the backup does not have like that. */ readonly rows: number;
    };

export type Restoration =
  | { readonly file: string; readonly rows: number; /** Those that were there already. */ readonly kept: number }
  | { readonly file: string; readonly refused: RestorationRefusal };
