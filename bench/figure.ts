/** What a bench measured: a ratio of two measurements of one run, or a number of requests, with the goal that it has. */

/** How much a bench does: all of it, or at a small scale what fits into a minute together with the others. */
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
  /**
   * Of the quick bench, where the goal is meant for a larger scale or is known to be missed: as bad as the figure was when the bound was set,
   * with room for a busy machine. Beyond it something has become slower.
   */
  readonly bound?: Goal;
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

/** How a figure stands: as wanted, short of its goal but no worse than it was, or a failure of the bench. */
export type Verdict = 'reached' | 'as before' | 'missed' | 'worse';

/** What is to be said of a figure; one without a goal and a bound is always reached. */
export function verdictOf({ value, goal, bound }: Figure): Verdict {
  if (bound && !keeps(value, bound)) return 'worse';
  if (!goal || keeps(value, goal)) return 'reached';
  return bound ? 'as before' : 'missed';
}

/** Whether the bench fails because of the figure. */
export function isFailure(figure: Figure): boolean {
  const verdict = verdictOf(figure);
  return verdict === 'missed' || verdict === 'worse';
}

function keeps(value: number, goal: Goal): boolean {
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

const shownVerdicts: Readonly<Record<Verdict, string>> = {
  reached: '',
  'as before': 'missed, no worse',
  missed: 'missed',
  worse: 'WORSE',
};

/** The figures as the lines of one table. */
export function tableOf(figures: readonly Figure[]): readonly string[] {
  const heads = ['part', 'what', 'figure', 'least–most', 'goal', 'bound', ''];
  const rows = figures.map((figure) => [
    figure.part,
    figure.what,
    numeral(figure.value),
    figure.least === undefined ? '' : `${numeral(figure.least)}–${numeral(figure.most!)}`,
    goalText(figure.goal),
    goalText(figure.bound),
    shownVerdicts[verdictOf(figure)],
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
