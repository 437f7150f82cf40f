/** The parts of the bench, in the order in which they run. */
import type { Measure } from './figure';

export const partNames = ['turns', 'start', 'growth', 'import', 'sweep', 'delivery'] as const;
export type PartName = (typeof partNames)[number];

/** Those of the quick bench: what is deployed takes a minute to build. */
export const quickParts: readonly PartName[] = partNames.filter((name) => name !== 'start');

/** Whether a word of the command line names a part. */
export function isPart(name: string): name is PartName {
  return partNames.some((one) => one === name);
}

/** What measures a part; each is loaded alone, because one would take memory and time from another. */
export async function measureOf(part: PartName): Promise<Measure> {
  const { measure } = (await import(`./${part}/measure.ts`)) as { readonly measure: Measure };
  return measure;
}
