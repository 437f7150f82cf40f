/**
 * `npm run bench:hearing [-- <part> …] [-- --json]`: how many of the sentences in the corpus, or in these parts, are understood, in each
 * language and for each command, and which of the parts that the scorer learns from are not. Sentences of the other parts are printed
 * only on request.
 */
import { parseArgs } from 'node:util';
import { locales } from '../../domain/basics/locale';
import { readCorpus, halves, type Half } from './corpus';
import { hearingOf } from './hearing';
import { markOf, type Mark } from './mark';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'show-kept-apart': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});

interface Row {
  readonly name: string;
  readonly marks: readonly Mark[];
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));

function rowText({ name, marks }: Row): string {
  const count = (is: (mark: Mark) => boolean) => marks.filter(is).length;
  const offered = marks.filter((mark) => mark.related !== undefined);
  const cells = [
    name.padEnd(24),
    String(marks.length).padStart(5),
    percent(
      count((mark) => mark.isRight),
      marks.length,
    ).padStart(8),
    percent(
      count((mark) => mark.isWhole),
      marks.length,
    ).padStart(12),
    percent(
      count((mark) => mark.isConfidentlyWrong),
      marks.length,
    ).padStart(12),
    percent(offered.filter((mark) => mark.related).length, offered.length).padStart(12),
  ];
  return cells.join('');
}

const heading = `${''.padEnd(24)}${'lines'.padStart(5)}${'right %'.padStart(8)}${'+ params %'.padStart(12)}${'sure wrong %'.padStart(13)}${'related %'.padStart(11)}`;

function marksOf(half: Half): readonly Mark[] {
  return locales.flatMap((locale) => readCorpus(half, locale).map((line) => markOf(line, hearingOf(line))));
}

/** The misses of what is learned from may be read. */
function isShown(half: Half): boolean {
  return !(isJudged(half) || half === 'fresh') || values['show-kept-apart'];
}

/** The goals are for sentences by which nothing was chosen or learned. */
function isJudged(half: Half): boolean {
  return half === 'kept-apart' || half === 'unseen';
}

const goals = { right: 92, whole: 88, wrong: 1, related: 80 };
let missed = false;
const chosen = halves.filter((half) => positionals.length === 0 || positionals.includes(half));
for (const half of chosen) {
  const marks = marksOf(half);
  if (values.json)
    console.log(
      JSON.stringify({
        half,
        marks: isShown(half) ? marks : marks.map(({ isRight, isWhole }) => ({ isRight, isWhole })),
      }),
    );
  console.log(`\n${half}\n${heading}`);
  for (const locale of locales) {
    const own = marks.filter((mark) => mark.line.locale === locale);
    console.log(rowText({ name: locale, marks: own }));
    if (isJudged(half))
      missed ||=
        100 * own.filter(({ isRight }) => isRight).length < goals.right * own.length ||
        100 * own.filter(({ isWhole }) => isWhole).length < goals.whole * own.length;
  }
  const wrong = marks.filter(({ isConfidentlyWrong }) => isConfidentlyWrong).length;
  if (isJudged(half)) missed ||= 100 * wrong > goals.wrong * marks.length;
  console.log(rowText({ name: 'all', marks }));
  const asks = [...new Set(marks.map(({ line }) => line.ask ?? 'null'))].sort();
  for (const ask of asks)
    console.log(rowText({ name: `  ${ask}`, marks: marks.filter(({ line }) => (line.ask ?? 'null') === ask) }));
  if (isShown(half)) for (const mark of marks.filter(({ isWhole }) => !isWhole)) console.log(mark.text);
}
process.exitCode = missed ? 1 : 0;
