/** The lines about one level that several cards share: how far it is, its figures, its clauses and its open points. */
import type { CardElement } from '@microsoft/teams.cards';
import { valueOf } from '../../domain/basics/fraction';
import type { PolicyName } from '../../domain/programme/policy';
import type { LevelStanding } from '../../domain/counting/level-standing';
import type { ScoreStanding } from '../../domain/counting/points';
import { scoreBar } from '../elements/blocks';
import { bar, line, row } from '../elements/elements';
import type { Key, Text } from '../text';
import { clauseWords } from '../words/clause';
import { figureWords } from '../words/figure';
import { shownPoints, totalWords } from '../words/points';
import { levelName, type Wording } from '../words/wording';

/** The level, and either that it is met or the share of it that is reached. */
export function levelHead({ level, met, progress, score }: LevelStanding, wording: Wording): CardElement {
  const { text } = wording;
  const name = levelName(level, wording);
  const place = { spacing: 'Medium' } as const;
  if (score) return scoreHead({ name, score }, wording);
  if (!met) return bar(progress, [name, text.percent(progress)], place);
  const state = line(text.say('level.met'), { weight: 'Bolder' });
  return row(line(name, { weight: 'Bolder' }), state, place);
}

function scoreHead(
  { name, score }: { readonly name: string; readonly score: ScoreStanding },
  wording: Wording,
): CardElement {
  const { points, of, atLeast } = score;
  const needed = wording.text.say('score.mark', { atLeast: shownPoints(atLeast) });
  const reached = `${totalWords(score, wording)} · ${needed}`;
  return {
    type: 'Container',
    spacing: 'Medium',
    items: [
      row(line(name, { weight: 'Bolder' }), line(reached)),
      scoreBar(valueOf(points) / valueOf(of), valueOf(atLeast) / valueOf(of)),
    ],
  };
}

/** A line with a sign before it for whether what it says is met. */
export function signedLine(met: boolean, words: string): CardElement {
  return line(`${met ? '✓' : '○'} ${words}`, {}, { spacing: 'Small' });
}

/** One line for each figure. */
export function figureLines({ figures }: LevelStanding, wording: Wording): readonly CardElement[] {
  return figures.map((figure) => signedLine(figure.met, figureWords(figure, wording)));
}

/** One line for each clause of the branch with this index. */
export function clauseLines(standing: LevelStanding, index: number, wording: Wording): readonly CardElement[] {
  const branch = standing.branches[index]!;
  const alternative = standing.alternatives[index]!;
  return alternative.clauses.map(({ counted, needed }, at) =>
    signedLine(counted >= needed, clauseWords(at, branch, { ...wording, standing: alternative })),
  );
}

const sentences: Partial<Readonly<Record<PolicyName, Key>>> = {
  orBranchMixing: 'policy.or-branch-mixing',
  focusAreaScope: 'policy.focus-area-scope',
};

/** One line for every open point under whose other reading the level would be judged otherwise. */
export function policyLines({ uncertain }: LevelStanding, text: Text): readonly CardElement[] {
  return uncertain.map((policy) =>
    line(`⚠ ${text.say(sentences[policy] ?? 'policy.other', { policy })}`, { size: 'Small' }),
  );
}
