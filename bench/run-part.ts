/** Measures one part of the bench in this process and hands the figures to the one that started it. */
import type { Depth } from './figure';
import { measureOf, type PartName } from './parts';

async function main([part, depth]: readonly string[]): Promise<void> {
  const measure = await measureOf(part as PartName);
  const figures = await measure(depth as Depth);
  process.send!(figures, () => process.exit(0));
}

void main(process.argv.slice(2));
