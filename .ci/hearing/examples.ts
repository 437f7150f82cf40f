/** Reads the example sentences of the command scorer and writes out the alternatives of each pattern. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slotMark, slotNames, type SlotName } from '../../bot/language-understanding/features';
import { locales, type Locale } from '../../domain/basics/locale';
import { contextOf } from '../../bench/hearing/hearing';
import { readCorpus, type CorpusLine } from '../../bench/hearing/corpus';
import { recognizeSlots } from '../../bot/recognizers/slot-recognizer';
import { inContext, withSlip } from './disguises';
import { seeded, type Random } from './random';
import { fillersFor } from './fillers';

export interface Example {
  readonly label: string;
  readonly text: string;
  readonly weight: number;
}

const folder = 'bot/language-understanding/examples';
/** A pattern with more sentences than this is represented by so many of them. */
const mostPerPattern = 14;
/** How many sentences stand once more among words that tell nothing, and how many with a slip of the fingers. */
const partInContext = 0.3;
const partWithSlip = 0.15;

/** The parts of the corpus that the scorer learns from. */
const learned = ['tuned', 'authored', 'margins', 'colleagues', 'newcomers'] as const;

/** All example files, as one text: what a model is made from. */
export function exampleSource(): string {
  const files = locales.flatMap((locale) => [
    join(folder, `${locale}.txt`),
    ...learned.map((half) => `bench/hearing/corpus/${half}.${locale}.jsonl`),
  ]);
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** Every example sentence, with its slots as marks and once more with values in some of them. Always the same ones. */
export function readExamples(): readonly Example[] {
  return [...writtenExamples(), ...readLearned().map(typedExample)];
}

/** The sentences of the corpus that the scorer learns from. */
export function readLearned(): readonly CorpusLine[] {
  return learned.flatMap((half) => locales.flatMap((locale) => readCorpus(half, locale)));
}

/** The sentences of the example files. */
export function writtenExamples(): readonly Example[] {
  return locales.flatMap(examplesOf);
}

/** A sentence that was typed is worth as much as so many of a pattern; of authors who had a page of conventions, as strangers have not, fewer. */
const weightTyped = 8;
const weightByPage = 4;

/** A sentence of the corpus as the scorer sees it: with marks for the values that were found in it. */
export function typedExample(line: CorpusLine): Example {
  const weight = line.half === 'colleagues' ? weightByPage : weightTyped;
  return { label: labelOf(line), text: recognizeSlots(line.text, contextOf(line)).masked, weight };
}

function labelOf({ ask, parameters: { topic } }: CorpusLine): string {
  if (ask === null) return 'null';
  return ask === 'help' && typeof topic === 'string' ? `help:${topic}` : ask;
}

function examplesOf(locale: Locale): readonly Example[] {
  const random = seeded(locale.length * 7919 + locale.charCodeAt(0));
  const examples: Example[] = [];
  let label = '';
  for (const line of readFileSync(join(folder, `${locale}.txt`), 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    if (line.startsWith('# ')) {
      label = line.slice(2).trim();
      continue;
    }
    const sentences = expand(line, random);
    for (const sentence of sentences) {
      const weight = sentences.length ** -0.4;
      examples.push({ label, text: fill(sentence, () => undefined), weight });
      if (sentence.includes('{'))
        examples.push({ label, text: fill(sentence, valueOf(locale, random)), weight: weight / 2 });
      if (label !== 'null' && random() < partInContext)
        examples.push({ label, text: fill(inContext(sentence, locale, random), () => undefined), weight: weight / 2 });
      if (random() < partWithSlip)
        examples.push({ label, text: fill(withSlip(sentence, random), () => undefined), weight: weight / 2 });
    }
  }
  return examples;
}

function valueOf(locale: Locale, random: Random): (slot: SlotName) => string | undefined {
  return (slot) => {
    const values = fillersFor(locale)[slot];
    return random() < 0.5 ? undefined : values[Math.floor(random() * values.length)];
  };
}

function fill(sentence: string, valueFor: (slot: SlotName) => string | undefined): string {
  return sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const slot = slotNames.find((one) => one === name);
    if (!slot) throw new Error(`No slot is called ${whole}: ${sentence}`);
    return ` ${valueFor(slot) ?? slotMark(slot)} `;
  });
}

/** The sentences of a pattern: `(a|b)` is one of both, `[a]` may be missing. */
export function expand(pattern: string, random: Random): readonly string[] {
  const sentences = new Set<string>();
  const optional = pattern.replace(/\[([^\]]*)\]/gu, '($1|)');
  for (let tries = 0; tries < mostPerPattern * 6 && sentences.size < mostPerPattern; tries += 1) {
    let sentence = optional;
    while (/\([^()]*\)/u.test(sentence))
      sentence = sentence.replace(/\(([^()]*)\)/u, (_, inner: string) => {
        const choices = inner.split('|');
        return choices[Math.floor(random() * choices.length)]!;
      });
    sentences.add(sentence.replace(/ +/gu, ' ').trim());
  }
  sentences.delete('');
  return [...sentences];
}
