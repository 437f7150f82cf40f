/** An evaluation as a readable table: one line a competency, with the level reached and how far each level is. */
import type { Key, Text } from '../../cards/text';
import { totalWords } from '../../cards/words/points';
import { heldWords } from '../../cards/words/risk';
import type { CompetencyStanding } from '../../domain/counting/standing';
import type { Evaluation } from './evaluate';
import type { InputFault } from './evaluate-input';
import { tableLines } from './table-text';

/** The lines to print. */
export function evaluationLines(evaluation: Evaluation, text: Text): readonly string[] {
  const { programme, standing } = evaluation;
  const levels = programme.levels.map(({ names }) => text.name(names));
  const header = [text.say('evaluate.column.competency'), text.say('evaluate.column.level'), ...levels];
  const rows = standing.competencies.map((one) => rowOf(one, evaluation, text));
  return [
    text.say('evaluate.heading', { programme: text.name(programme.names), date: text.date(standing.asOf) }),
    '',
    ...tableLines([header, ...rows]),
    ...remarks(evaluation, text),
  ];
}

function rowOf(standing: CompetencyStanding, { programme }: Evaluation, text: Text): readonly string[] {
  const competency = programme.competencies.find(({ id }) => id === standing.id)!;
  const reached = programme.levels.find(({ id }) => id === standing.level);
  const shares = programme.levels.map(({ id }) => {
    const ways = standing.options.flatMap(({ levels, setAside }) =>
      setAside ? [] : levels.filter(({ level }) => level === id),
    );
    if (ways.length === 0) return '–';
    const best = ways.reduce((nearest, way) => (way.progress > nearest.progress ? way : nearest));
    if (best.score) return totalWords(best.score, { text, programme });
    const mark = ways.some(({ uncertain }) => uncertain.length > 0) ? '*' : '';
    return text.percent(Math.max(...ways.map(({ progress }) => progress))) + mark;
  });
  const level = reached && heldWords(reached.id, standing.override, { text, programme });
  return [text.name(competency.names), level ?? '–', ...shares];
}

function remarks({ programme, standing, unnamed }: Evaluation, text: Text): readonly string[] {
  const isOpen = standing.competencies.some(({ options }) =>
    options.some(({ levels }) => levels.some(({ uncertain }) => uncertain.length > 0)),
  );
  const strangers = [...unnamed.credentials, ...unnamed.metrics];
  const said = [
    ...(isOpen ? [`* ${text.say('evaluate.uncertain')}`] : []),
    ...(strangers.length > 0 ? [text.say('evaluate.unnamed', { names: text.list(strangers) })] : []),
    ...(standing.ended && programme.effectiveTo
      ? [text.say('footer.ended', { date: text.date(programme.effectiveTo), edition: programme.edition })]
      : []),
  ];
  return said.length > 0 ? ['', ...said] : [];
}

/** Each fault of the input as one line: the file, the path in it, what is wrong and what to write instead. */
export function inputFaultLines(file: string, faults: readonly InputFault[], text: Text): readonly string[] {
  return faults.map(({ path, code, args }) => {
    const key = code === 'duplicate-person' ? `evaluate.fault.${code}` : `catalogue.fault.${code}`;
    return `${path === '' ? file : `${file} ${path}`}: ${text.say(key as Key, args)}`;
  });
}
