/** What a bench measured: a ratio of two measurements of one run, or a number of requests, with the goal that it has. */

/** How much a bench does: all of it, or what fits into a minute together with the others. */
export type Depth = 'full' | 'quick';

export interface Figure {
  readonly part: string;
  readonly what: string;
  readonly value: number;
  /** Of several rounds; absent where there was one. */
  readonly least?: number;
  readonly most?: number;
  /** Absent where the figure is only told. */
  readonly goal?: Goal;
}

export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** The part of a bench: asked for on its own, or together with the others. */
export type Measure = (depth: Depth) => Promise<readonly Figure[]>;

/** The value in the middle, which a pause of the machine does not move. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

/** The median of some rounds, with the least and the most of them. */
export function spreadOf(values: readonly number[]): Pick<Figure, 'value' | 'least' | 'most'> {
  return { value: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/** Whether the figure is what was wanted; one without a goal always is. */
export function isReached({ value, goal }: Figure): boolean {
  if (!goal) return true;
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** The figures as the lines of one table. */
export function tableOf(figures: readonly Figure[]): readonly string[] {
  const heads = ['part', 'what', 'figure', 'least–most', 'goal', ''];
  const rows = figures.map((figure) => [
    figure.part,
    figure.what,
    numeral(figure.value),
    figure.least === undefined ? '' : `${numeral(figure.least)}–${numeral(figure.most!)}`,
    goalText(figure.goal),
    isReached(figure) ? '' : 'missed',
  ]);
  const table = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

function numeral(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

function goalText(goal: Goal | undefined): string {
  if (!goal) return '';
  return 'atLeast' in goal ? `≥ ${numeral(goal.atLeast)}` : `≤ ${numeral(goal.atMost)}`;
}
