/** The goal of a sentence as the value of a command: one competency, with its level. */
import { isEveryday } from '../language-understanding/everyday-words';
import { isHan } from '../language-understanding/message-text';
import { type Token, type Utterance, tellingWords } from '../language-understanding/utterance';
import { phraseWords } from '../language-understanding/phrases';
import type { Vocabulary } from '../language-understanding/vocabulary';
import { recognizeCompetencies } from '../recognizers/competency-recognizer';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import { commands } from './all-commands';
import { Lacking, type Parameters } from './meaning';

/** The competency that a command cannot do without; a lack where none is named or several may be meant. */
export function oneCompetency(slots: Slots, context: SlotContext): Parameters | Lacking {
  const some = someCompetency(slots, context);
  return some instanceof Lacking || 'competency' in some ? some : new Lacking('competency');
}

/** The competency that is named, in whole or else in part; nothing where none is. */
export function someCompetency({ competencies, rest }: Slots, { vocabulary }: SlotContext): Parameters | Lacking {
  const ids = competencies.length > 0 ? competencies : partlyNamed(rest, vocabulary);
  const [only, ...others] = ids;
  if (only === undefined) return {};
  if (others.length === 0) return { competency: only };
  return competencies.length === 0 && others.length > 2
    ? {}
    : new Lacking('competency', { either: ids.map((competency) => ({ competency })) });
}

/**
 * A part of a name among many other words is no goal: "development goals", "Partner Center"; nor is a single Chinese character beside
 * another word, as the 分 of 数据分析.
 */
function partlyNamed(rest: Utterance, vocabulary: Vocabulary): readonly string[] {
  const { length } = tellingWords(rest);
  if (length > mostBesidePart) return [];
  const isSingle = rest.words.length === 1;
  const isPart = (word: Token) =>
    (isSingle || word.key.length > 1 || !isHan(word.key)) && !isCommandWord(word.key) && !isOtherWord(word);
  return recognizeCompetencies({ ...rest, words: rest.words.filter(isPart) }, vocabulary).competencies;
}

const mostBesidePart = 4;

/** "Demais" is no slip of "medias": people use the word, and a slip of another keeps how it begins. */
function isOtherWord({ key, means }: Token): boolean {
  const isSlip = means.length > 0 && means.every((one) => one[0] !== key[0]);
  return isSlip && isEveryday(key);
}

/** `计划` asks for a plan, and names no 企业资源计划. */
function isCommandWord(key: string): boolean {
  return commands.some(({ phrases }) =>
    phraseWords(phrases).some(([only, ...others]) => only === key && others.length === 0),
  );
}

/** The same with the level that is named last. */
export function withLevel(parameters: Parameters | Lacking, { levels }: Slots): Parameters | Lacking {
  const level = levels.at(-1);
  if (level === undefined) return parameters;
  if (!(parameters instanceof Lacking)) return { ...parameters, level };
  const { parameter, details, either } = parameters;
  return new Lacking(parameter, { said: details.said, either: either.map((one) => ({ ...one, level })) });
}
