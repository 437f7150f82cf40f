/**
 * `npm run train:curve`: how much more the scorer understands of `fresh` the more of `colleagues` it has learned: nothing, a fourth of each
 * language, half, all. It takes about ten minutes.
 */
import { readCorpus } from '../../bench/hearing/corpus';
import { rankingBy } from '../../bot/language-understanding/command-scorer';
import { locales } from '../../domain/basics/locale';
import { typedExample, writtenExamples } from './examples';
import { trainModel } from './softmax';
import { partRight } from './part-right';

const others = (['tuned', 'authored', 'margins'] as const).flatMap((half) =>
  locales.flatMap((locale) => readCorpus(half, locale).map(typedExample)),
);
const known = [...writtenExamples(), ...others];
const colleagues = locales.map((locale) => readCorpus('colleagues', locale).map(typedExample));
const fresh = locales.flatMap((locale) => readCorpus('fresh', locale).map(typedExample));

/** The authors stand one after the other in a file, so that a part of it is the sentences of fewer people. */
for (const part of [0, 0.25, 0.5, 1]) {
  const learned = colleagues.flatMap((ofLanguage) => ofLanguage.slice(0, Math.round(part * ofLanguage.length)));
  const rank = rankingBy(trainModel([...known, ...learned], ''));
  console.log(
    `${String(learned.length).padStart(6)} sentences of colleagues: ${partRight(rank, fresh)} % of fresh right`,
  );
}
