/** What an import means, in words, and the next step as a button and as something to type. */
import type { ImportMeaning, NextStep } from '../../domain/imports/import-meaning';
import type { Question } from '../contract/question';
import { namedCountArgs } from './named-count';
import { competencyName, levelName, nameWords, type Wording } from './wording';

/** What counts by now: how many achievements the programme names, how many goals have a level, and which is nearest. */
export function meaningWords({ counted, met, goals, nearest }: ImportMeaning, wording: Wording): readonly string[] {
  const { text } = wording;
  const programme = nameWords(counted.programme.names, text);
  return [
    ...(counted.of === 0 ? [] : [text.say('import.means.named', { programme, ...namedCountArgs(counted) })]),
    text.say('import.means.met', { met, goals }),
    ...(nearest
      ? [
          text.say('import.means.nearest', {
            competency: competencyName(nearest.competency, wording),
            level: levelName(nearest.level, wording),
          }),
        ]
      : []),
  ];
}

/** The next step as a question with the title of its button. */
export function nextStepQuestion(
  next: NextStep,
  wording: Wording,
): { readonly question: Question; readonly title: string } {
  const { text } = wording;
  switch (next.code) {
    case 'follow': {
      const programme = nameWords(next.programme.names, text);
      return {
        question: { ask: 'programme', programme: next.programme.id },
        title: text.say('button.follow', { programme }),
      };
    }
    case 'plan': {
      const { competency, level } = next.nearest;
      const name = competencyName(competency, wording);
      return { question: { ask: 'plan', competency, level }, title: text.say('button.plan-for', { name }) };
    }
    case 'risk':
      return { question: { ask: 'risk' }, title: text.say('button.risk') };
    case 'import':
      return { question: { ask: 'import' }, title: text.say('button.import-how') };
    case 'progress':
      return { question: { ask: 'progress' }, title: text.say('button.progress') };
  }
}

/** The same as words for the terminal, which `laurel say` understands. */
export function nextStepWords(next: NextStep, wording: Wording): string {
  switch (next.code) {
    case 'follow':
      return `programme ${next.programme.id}`;
    case 'plan':
      return `plan ${competencyName(next.nearest.competency, wording)}`;
    default:
      return next.code;
  }
}
