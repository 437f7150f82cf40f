/**
 * `npm run bench -- [part …] [--quick] [--json]`: what Laurel costs, as ratios of two measurements of one run, because the machine is
 * shared. Each part runs in a process of its own, one after the other. It ends with 1 if a goal is missed.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { type Depth, type Figure, isReached, tableOf } from './figure';
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
  const usual = values.quick ? quickParts : partNames;
  const wanted = positionals.length > 0 ? positionals.filter(isPart) : usual;
  const outcomes: Outcome[] = [];
  for (const part of wanted) {
    const outcome = await outcomeOf(part);
    if (!values.json) console.error(`${part}: ${outcome.seconds.toFixed(0)} s`);
    outcomes.push(outcome);
  }
  const figures = outcomes.flatMap((outcome) => outcome.figures);
  const missed = figures.filter((figure) => !isReached(figure));
  if (values.json) console.log(JSON.stringify({ depth, good: missed.length === 0, figures }, undefined, 2));
  else {
    for (const line of tableOf(figures)) console.log(line);
    console.log(
      missed.length === 0 ? 'good' : `NOT GOOD: ${missed.length} of ${figures.length} figures miss their goal`,
    );
  }
  return missed.length === 0 ? 0 : 1;
}

void main().then((code) => (process.exitCode = code));
