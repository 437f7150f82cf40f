/**
 * `npm run train:check`: how well sentences are understood by a model that was trained without them, over the tuned part of the
 * corpus: without a fifth of it at a time, and without all that the second author wrote. `-- --misses` lists what went wrong.
 */
import { parseArgs } from 'node:util';
import { contextOf } from '../../bench/hearing/hearing';
import { readCorpus, type CorpusLine } from '../../bench/hearing/corpus';
import { markOf, type Mark } from '../../bench/hearing/mark';
import { rankingBy } from '../../bot/language-understanding/command-scorer';
import { recognizeQuestion } from '../../bot/intents/grammar';
import { understand } from '../../bot/intents/decision';
import { locales, type Locale } from '../../domain/basics/locale';
import { typedExample, writtenExamples, type Example } from './examples';
import { trainModel } from './softmax';

const { values } = parseArgs({ options: { misses: { type: 'boolean', default: false } } });

const folds = 5;
/** Neighbours in a file are often about one thing, so that so many of them are held out together. */
const block = 10;
/** So many lines of each file are by the first author, the others by the second. */
const byFirstAuthor: Readonly<Record<Locale, number>> = {
  en: 164,
  'zh-CN': 185,
  'zh-TW': 191,
  'ru-RU': 192,
  'pt-BR': 197,
};

interface Typed {
  readonly line: CorpusLine;
  readonly example: Example;
  readonly at: number;
}

const typed: readonly Typed[] = locales.flatMap((locale) =>
  readCorpus('tuned', locale).map((line, at) => ({ line, example: typedExample(line), at })),
);
const authored = (['authored', 'margins', 'colleagues'] as const).flatMap((half) =>
  locales.flatMap((locale) => readCorpus(half, locale).map(typedExample)),
);
const written = [...writtenExamples(), ...authored];

function marksWithout(isHeldOut: (one: Typed) => boolean): readonly Mark[] {
  const known = typed.filter((one) => !isHeldOut(one)).map(({ example }) => example);
  const rank = rankingBy(trainModel([...written, ...known], ''));
  return typed.filter(isHeldOut).map(({ line, example }) => {
    const context = { ...contextOf(line), rank };
    const mark = markOf(line, understand(line.text, context, recognizeQuestion(line.text, context)));
    const likely = rank(example.text).slice(0, 3);
    const ranked = likely.map(({ ask, topic = '', sure }) => `${ask} ${topic} ${sure.toFixed(2)}`).join(', ');
    return { ...mark, text: `${mark.text}\n      scorer ${ranked} | ${example.text}` };
  });
}

function show(name: string, marks: readonly Mark[]): void {
  const rate = (is: (mark: Mark) => boolean | undefined, of: readonly Mark[] = marks) =>
    ((100 * of.filter(is).length) / Math.max(1, of.length)).toFixed(1);
  const offered = marks.filter(({ related }) => related !== undefined);
  const rates = [
    `right ${rate(({ isRight }) => isRight)}`,
    `with parameters ${rate(({ isWhole }) => isWhole)}`,
    `surely wrong ${rate(({ isConfidentlyWrong }) => isConfidentlyWrong)}`,
    `related ${rate(({ related }) => related, offered)}`,
  ];
  console.log(`${name.padEnd(28)}${String(marks.length).padStart(5)}  ${rates.join(', ')}`);
}

function showAll(name: string, marks: readonly Mark[]): void {
  show(name, marks);
  for (const locale of locales)
    show(
      `  ${locale}`,
      marks.filter(({ line }) => line.locale === locale),
    );
  if (values.misses) for (const { isWhole, text } of marks) if (!isWhole) console.log(text);
}

const foldsOf = [...Array(folds).keys()];
showAll(
  'a fifth at a time',
  foldsOf.flatMap((fold) => marksWithout(({ at }) => Math.floor(at / block) % folds === fold)),
);
showAll(
  'without the second author',
  marksWithout(({ line, at }) => at >= byFirstAuthor[line.locale]),
);
