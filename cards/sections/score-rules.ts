/** The rules of a score in words: which option counts, the goal, and what gives points in every metric. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import { isAsked, type Condition } from '../../domain/programme/option-choice';
import type { Expression } from '../../domain/programme/expression';
import { valueOf } from '../../domain/basics/fraction';
import type { Competency } from '../../domain/programme/programme';
import type { Clause } from '../../domain/programme/requirement';
import type { FigureRule, Score, ScoreStep } from '../../domain/programme/score';
import { line, note } from '../elements/elements';
import { whatWords, whoWords } from '../words/clause';
import { amountWords, metricName } from '../words/figure';
import { goalWords, scoreMetricName, shownPoints } from '../words/points';
import { nameWords, type Wording } from '../words/wording';

/** With how the entries of an expression are listed. */
export interface RuleWording extends Wording {
  readonly asOf: CalendarDate;
  readonly entries: (each: Expression) => readonly CardElement[];
}

/** Which option counts, as the company's figures decide it. */
export function choiceLines({ choice = [], options }: Competency, about: RuleWording): readonly CardElement[] {
  const { text } = about;
  return choice.map(({ option: id, when }) => {
    const option = nameWords(options.find((one) => one.id === id)?.names ?? { en: id }, text);
    const asked = when.filter((condition) =>
      isAsked(condition, { policies: about.programme.policies, asOf: about.asOf }),
    );
    if (asked.length === 0) return note(text.say('requirements.choice.otherwise', { option }));
    return note(
      text.say('requirements.choice.when', {
        option,
        conditions: text.list(asked.map((one) => conditionWords(one, about))),
      }),
    );
  });
}

function conditionWords({ metric, atLeast, above, below }: Condition, about: RuleWording): string {
  const limits = [
    ['≥', atLeast],
    ['>', above],
    ['<', below],
  ] as const;
  const told = limits.flatMap(([sign, limit]) =>
    limit === undefined ? [] : [`${sign} ${amountWords(limit, metric, about)}`],
  );
  return `${metricName(metric, about)} ${about.text.list(told)}`;
}

/** The goal, and every metric with what gives its points. */
export function scoreRuleLines(score: Score, about: RuleWording): readonly CardElement[] {
  const { text } = about;
  return [
    line(`• ${goalWords(score, about)}`, {}, { spacing: 'Small' }),
    ...score.metrics.flatMap((metric) => [
      line(
        `• ${text.say('requirements.score.metric', { metric: scoreMetricName(metric.id, about), of: shownPoints(metric.of) })}`,
        { weight: 'Bolder' },
        { spacing: 'Small' },
      ),
      ...(metric.figures.length > 1 ? [note(text.say('requirements.score.best'), { spacing: 'None' })] : []),
      ...metric.figures.map((rule) => note(`– ${figureRuleWords(rule, about)}`, { spacing: 'None' })),
      ...metric.steps.flatMap((step) => stepRuleLines(step, about)),
    ]),
  ];
}

/** Fractions of a point are told as what one point takes. */
function figureRuleWords({ metric, points, baseline }: FigureRule, about: RuleWording): string {
  const { text } = about;
  const name = metricName(metric, about);
  const worth = valueOf(points);
  const rule =
    worth >= 1
      ? text.say('requirements.score.each', { metric: name, points: shownPoints(points) })
      : text.say('requirements.score.per', {
          metric: name,
          amount: amountWords(Math.round(100 / worth) / 100, metric, about),
        });
  if (!baseline) return rule;
  const atLeast = amountWords(baseline.atLeast, baseline.metric, about);
  return text.say('requirements.score.baseline', { rule, atLeast, baseline: metricName(baseline.metric, about) });
}

function stepRuleLines({ id, n, each, points }: ScoreStep, about: RuleWording): readonly CardElement[] {
  const { text } = about;
  const clause: Clause = { id, n: n ?? 1, each, apart: [] };
  const words = { step: id, what: whatWords(clause, about), points: shownPoints(points) };
  const who = whoWords(clause, [clause], about);
  const isGate = n !== undefined;
  const head = !isGate
    ? text.say('requirements.score.step', words)
    : text.say(words.points > 0 ? 'requirements.score.gate.points' : 'requirements.score.gate', { ...words, who });
  return [note(head, { spacing: 'Small' }), ...about.entries(each)];
}
