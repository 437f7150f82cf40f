/** The parts of the bench, in the order in which they run. */
import type { Measure } from './figure';

export const partNames = ['turns', 'start', 'growth', 'import', 'sweep', 'delivery'] as const;
export type PartName = (typeof partNames)[number];

/**
 * Those of the quick bench, of which the ones in a line run at the same time: a delivery waits for the limits of Teams, a sweep counts
 * requests, and both sides of a ratio of growth are measured in turn in one process. What is deployed takes a minute to build and is left out.
 */
export const quickParts: readonly (readonly PartName[])[] = [['turns'], ['import'], ['growth', 'sweep', 'delivery']];

/** Whether a word of the command line names a part. */
export function isPart(name: string): name is PartName {
  return partNames.some((one) => one === name);
}

/** What measures a part; each is loaded alone, because one would take memory and time from another. */
export async function measureOf(part: PartName): Promise<Measure> {
  const { measure } = (await import(`./${part}/measure.ts`)) as { readonly measure: Measure };
  return measure;
}
