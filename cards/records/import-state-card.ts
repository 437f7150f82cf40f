/** The state of an import in a chat: being read, running, applied, discarded or undone. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import type { DateOrder } from '../../domain/imports/incoming';
import type { ImportProgress } from '../../domain/imports/import-progress';
import type { ImportMeaning } from '../../domain/imports/import-meaning';
import type { ImportRecord, StandingBefore } from '../../domain/partner/import-record';
import type { CardSetting } from '../contract/view';
import { button, card, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import { footer } from '../sections/footer';
import { importKindText } from '../sections/import-text';
import type { Text } from '../text';
import type { Level } from '../../domain/programme/programme';
import { levelName } from '../words/wording';
import { meaningWords, nextStepQuestion } from '../words/import-meaning';

/** The outcome of an import. */
export type ImportStateView = CardSetting & { readonly asOf: CalendarDate; readonly file: string } & (
    | { readonly state: 'reading'; readonly pending: string; readonly dates?: DateOrder | undefined }
    | { readonly state: 'running'; readonly pending: string; readonly progress?: ImportProgress }
    | { readonly state: 'discarded' }
    | {
        readonly state: 'applied';
        readonly record: ImportRecord;
        readonly isUndoable: boolean;
        /** What everything on record means now, and the next step. */
        readonly meaning: ImportMeaning;
        /** What stands now, where the record tells what stood before. */
        readonly after?: StandingBefore;
      }
    | {
        readonly state: 'undone';
        readonly restored: number;
        /** How many people are off the record again; 0 where the import brought nobody. */
        readonly removed: number;
        /** The facts that another person has changed since, by their names. */
        readonly leftAlone: readonly string[];
      }
  );

const mostLines = 5;
const longestFile = 80;
const longestName = 60;
const near = { spacing: 'Small' } as const;

/** The state of the import: reading, running, applied, discarded or undone. */
export function importStateCard(view: ImportStateView, text: Text): Card {
  const words = text.say(`import.${view.state}.title`, { file: escapeMarkdown(view.file, longestFile) });
  return card({
    text,
    speak: words,
    body: [title(words), ...stateLines(view, text), ...footer(view, text)],
    actions: stateActions(view, text),
  });
}

function stateLines(view: ImportStateView, text: Text): readonly CardElement[] {
  switch (view.state) {
    case 'reading':
      return [line(text.say('import.reading.wait'))];
    case 'running':
      return [
        ...(view.progress ? [line(text.say('import.running.progress', { ...view.progress }))] : []),
        line(text.say('import.running.wait')),
      ];
    case 'discarded':
      return [line(text.say('import.discarded.line'))];
    case 'applied':
      return appliedLines(view, text);
    case 'undone':
      return [
        ...(view.removed > 0 ? [line(text.say('import.undone.removed', { count: view.removed }))] : []),
        ...(view.restored > 0 || view.removed === 0
          ? [line(text.say('import.undone.restored', { count: view.restored }))]
          : []),
        ...(view.leftAlone.length === 0
          ? []
          : [line(text.say('import.undone.left-alone', { names: text.list(leftWords(view.leftAlone, text)) }))]),
      ];
  }
}

type StateOf<S extends ImportStateView['state']> = Extract<ImportStateView, { state: S }>;

function appliedLines(view: StateOf<'applied'>, text: Text): readonly CardElement[] {
  const { record, isUndoable, meaning, programme } = view;
  const wording = { text, programme };
  const { kind, rows, rejected, people, achievements } = record;
  const isAboutPeople = kind === 'people' || kind === 'training-completions';
  return [
    line(text.say('import.plan.what', { kind: importKindText(kind, text), rows, rejected })),
    ...(isAboutPeople ? [line(text.say('cli.import.items', { what: 'people', ...people }), {}, near)] : []),
    ...(kind === 'training-completions'
      ? [
          line(
            text.say('cli.import.achievements', { new: achievements.new, unchanged: achievements.unchanged }),
            {},
            near,
          ),
        ]
      : []),
    ...(achievements.removed > 0 ? [line(text.say('import.applied.removed', { count: achievements.removed }))] : []),
    ...meaningWords(meaning, wording).map((words) => line(words, { weight: 'Bolder' }, near)),
    ...beforeAndAfter(view, text),
    ...(isUndoable ? [note(text.say('import.applied.undoable'))] : []),
  ];
}

/** The levels and the people who count, before the import and now; one that is the same is left out. */
function beforeAndAfter(
  { record: { before }, after, programme }: StateOf<'applied'>,
  text: Text,
): readonly CardElement[] {
  if (!before || !after) return [];
  const numbers = ({ id }: Level) => ({ before: before.levels[id] ?? 0, after: after.levels[id] ?? 0 });
  const levels = [...programme.levels]
    .reverse()
    .filter((level) => numbers(level).before !== numbers(level).after)
    .map((level) => text.say('history.count', { level: levelName(level.id, { text, programme }), ...numbers(level) }));
  const people =
    before.counting === after.counting
      ? []
      : [text.say('history.import-counting', { before: before.counting, after: after.counting })];
  const told = [...levels, ...people];
  return told.length === 0 ? [] : [line(text.say('history.import', { levels: text.list(told) }), {}, near)];
}

/** One next step, because a new admin does not know yet what can be asked. */
function nextButton({ meaning, programme }: StateOf<'applied'>, text: Text): IExecuteAction {
  const { question, title: words } = nextStepQuestion(meaning.next, { text, programme });
  return button(question, words, { style: 'positive' });
}

function leftWords(leftAlone: readonly string[], text: Text): readonly string[] {
  const more = leftAlone.length - mostLines;
  const names = leftAlone.slice(0, mostLines).map((name) => escapeMarkdown(name, longestName));
  return [...names, ...(more > 0 ? [text.say('list.more', { count: more })] : [])];
}

function lookAgain(view: StateOf<'reading' | 'running'>, text: Text): IExecuteAction {
  const dates = view.state === 'reading' ? view.dates : undefined;
  const question = { ask: 'import', pending: view.pending, ...(dates && { dates }) } as const;
  return button(question, text.say('button.look-again'), { style: 'positive' });
}

function stateActions(view: ImportStateView, text: Text): readonly IExecuteAction[] {
  return [
    ...(view.state === 'applied' ? [nextButton(view, text)] : []),
    ...(view.state === 'reading' || view.state === 'running' ? [lookAgain(view, text)] : []),
    ...(view.state === 'applied' && view.isUndoable
      ? [button({ ask: 'undo-import', import: view.record.id }, text.say('button.undo-import'))]
      : []),
    ...(view.state === 'applied' ? [] : [button({ ask: 'progress' }, text.say('button.progress'))]),
  ];
}
