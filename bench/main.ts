/**
 * `npm run bench -- [part …] [--quick] [--json]`: what Laurel costs, as ratios of two measurements of one run, because the machine is
 * shared. Each part runs in a process of its own. It ends with 1 if a goal is missed; the quick bench, if one is missed that its small scale
 * can tell, or a figure is worse than its bound.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { type Depth, type Figure, isFailure, tableOf, verdictOf } from './figure';
import { isPart, partNames, quickParts, type PartName } from './parts';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const depth: Depth = values.quick ? 'quick' : 'full';

interface Outcome {
  readonly part: PartName;
  readonly seconds: number;
  readonly figures: readonly Figure[];
}

/** What a part measured; throws where it came to no end. */
async function outcomeOf(part: PartName): Promise<Outcome> {
  const began = performance.now();
  const child = fork(require.resolve('./run-part'), [part, depth], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [figures] = (await Promise.race([
    once(child, 'message'),
    once(child, 'close').then(([code]) => Promise.reject(new Error(`${part} ended with ${code}.`))),
  ])) as [readonly Figure[]];
  return { part, seconds: (performance.now() - began) / 1000, figures };
}

async function main(): Promise<number> {
  const unknown = positionals.filter((name) => !isPart(name));
  if (unknown.length > 0) {
    console.error(`No such part: ${unknown.join(', ')}. There are ${partNames.join(', ')}.`);
    return 2;
  }
  const usual = values.quick ? quickParts : partNames.map((name) => [name]);
  const wanted = positionals.length > 0 ? positionals.filter(isPart).map((name) => [name]) : usual;
  const outcomes: Outcome[] = [];
  for (const atOnce of wanted) {
    const measured = await Promise.all(atOnce.map(outcomeOf));
    for (const { part, seconds } of measured) if (!values.json) console.error(`${part}: ${seconds.toFixed(0)} s`);
    outcomes.push(...measured);
  }
  const figures = outcomes.flatMap((outcome) => outcome.figures);
  const good = !figures.some(isFailure);
  if (values.json) console.log(JSON.stringify({ depth, good, figures }, undefined, 2));
  else for (const line of [...tableOf(figures), summaryOf(figures)]) console.log(line);
  return good ? 0 : 1;
}

/** The verdict in a sentence. */
function summaryOf(figures: readonly Figure[]): string {
  const count = (verdict: ReturnType<typeof verdictOf>) => figures.filter((one) => verdictOf(one) === verdict).length;
  const [missed, worse, before] = [count('missed'), count('worse'), count('as before')];
  const failed = [
    ...(missed > 0 ? [`${missed} miss their goal`] : []),
    ...(worse > 0 ? [`${worse} are worse than their bound`] : []),
  ];
  const known = before > 0 ? ` ${before} miss the goal that holds at full scale, as before (\`npm run bench\`).` : '';
  const verdict = failed.length > 0 ? `NOT GOOD: of ${figures.length} figures ${failed.join(' and ')}.` : 'good.';
  return `${verdict}${known}`;
}

void main().then((code) => (process.exitCode = code));
