import { readFileSync } from 'node:fs';
import { hearingOf } from '../bench/hearing/hearing';
import { markOf } from '../bench/hearing/mark';
import { locales } from '../domain/basics/locale';
const out: string[] = []; const all = [0, 0, 0, 0, 0, 0];
for (const locale of locales) {
  const lines = readFileSync(`/tmp/outside/${locale}.jsonl`, 'utf8').trim().split('\n').map((l) => ({ parameters: {}, ...JSON.parse(l), locale, half: 'fresh' }));
  const marks = lines.map((line) => markOf(line as never, hearingOf(line as never)));
  const n = marks.length, right = marks.filter((m) => m.isRight).length, whole = marks.filter((m) => m.isWhole).length, wrong = marks.filter((m) => m.isConfidentlyWrong).length;
  const sug = marks.filter((m) => m.related !== undefined), rel = sug.filter((m) => m.related).length;
  [n, right, whole, wrong, sug.length, rel].forEach((v, i) => (all[i]! += v));
  console.log(locale, n, (100 * right / n).toFixed(1), (100 * whole / n).toFixed(1), (100 * wrong / n).toFixed(1), `${rel}/${sug.length}`);
  out.push(...marks.filter((m) => !m.isRight || !m.isWhole).map((m) => m.text));
}
console.log('all', all[0], (100 * all[1]! / all[0]!).toFixed(1), (100 * all[2]! / all[0]!).toFixed(1), (100 * all[3]! / all[0]!).toFixed(1), `${all[5]}/${all[4]}`);
require('node:fs').writeFileSync('/tmp/outside/misses.txt', out.join('\n'));
