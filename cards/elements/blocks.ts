/** The blocks that cards are laid out with: rows to touch, boxes that speak up, and parts that are folded until they are asked for. */
import type { CardElement, IColumn, IContainer, ITextBlock, ITextRun } from '@microsoft/teams.cards';
import { escapeMarkdown } from './escaped-text';
import { button, line, runs, title, type Opening, type Run } from './elements';
import type { Question } from '../contract/question';
import { chevrons, textBar } from './plain-text';

/** How much something matters; the words say it as well, colour and sign only repeat it. */
export type Tone = 'urgent' | 'warning' | 'note' | 'good';

const boxStyles: Readonly<Record<Tone, IContainer['style']>> = {
  urgent: 'attention',
  warning: 'warning',
  note: 'emphasis',
  good: 'good',
};

/** Signs that every font has. */
const toneSigns: Readonly<Record<Tone, string>> = {
  urgent: '⚠',
  warning: '⚠',
  note: 'ℹ',
  good: '✓',
};

const chevron = (sign: string): ITextBlock => ({ type: 'TextBlock', text: sign, wrap: true, isSubtle: true });

/** What a box says, the most important line first; with `open`, touching it asks a question. */
export interface NoticeBox {
  readonly tone: Tone;
  readonly heading: string;
  readonly below?: readonly CardElement[];
  readonly open?: Opening;
}

/** A box for what must not be overlooked. Its words keep the default colour, which is legible on every box in every theme. */
export function noticeBox({ tone, heading, below = [], open }: NoticeBox): CardElement {
  const head = line(`${toneSigns[tone]} ${heading}`, { weight: 'Bolder' });
  return {
    type: 'Container',
    style: boxStyles[tone]!,
    spacing: 'Medium',
    items: [open ? besideChevron(head) : head, ...below],
    ...(open && { selectAction: button(open.question, open.title) }),
  };
}

function besideChevron(head: CardElement, extra: readonly CardElement[] = []): CardElement {
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'stretch', items: [head] },
      ...extra.map((one) => ({ type: 'Column' as const, width: 'auto', spacing: 'Small' as const, items: [one] })),
      { type: 'Column', width: 'auto', spacing: 'Small', items: [chevron(chevrons.opens)] },
    ],
  };
}

/** A row that leads on: a name, what it has, and what is to be said below it. */
export interface TapRow {
  readonly name: string;
  readonly badge?: CardElement;
  readonly below?: readonly CardElement[];
  readonly open: Opening;
}

/** The row; all of it can be touched, and a chevron says so. */
export function tapRow({ name, badge: held, below = [], open }: TapRow): CardElement {
  return {
    type: 'Container',
    spacing: 'Small',
    separator: true,
    items: [besideChevron(line(name, { weight: 'Bolder' }), held ? [held] : []), ...below],
    selectAction: button(open.question, open.title),
  };
}

/** A row of a long list: the same in fewer bytes, without a badge and a chevron. */
export function slimRow(name: string, below: readonly CardElement[], open: Opening): CardElement {
  return {
    type: 'Container',
    spacing: 'Small',
    items: [line(name, { weight: 'Bolder' }), ...below],
    selectAction: button(open.question, open.title),
  };
}

/** What is folded: under a heading that says what is there, until the reader touches it. The id is unique on its card. */
export interface Folded {
  readonly id: string;
  readonly heading: string;
  readonly items: readonly CardElement[];
  /** Shown beside the heading, such as a count. */
  readonly badge?: CardElement;
}

/** The heading and what it shows or hides. Clients without cards, the terminal and screen readers get all of it. */
export function fold({ id, heading, items, badge: beside }: Folded): readonly CardElement[] {
  const sign = (text: string, part: string, isVisible: boolean) => ({
    ...chevron(text),
    id: `${id}-${part}`,
    ...(!isVisible && { isVisible }),
  });
  return [
    {
      type: 'ColumnSet',
      separator: true,
      spacing: 'Small',
      columns: [
        { type: 'Column', width: 'stretch', items: [line(heading, { weight: 'Bolder' })] },
        ...(beside ? [{ type: 'Column' as const, width: 'auto', items: [beside] }] : []),
        {
          type: 'Column',
          width: 'auto',
          spacing: 'Small',
          items: [sign(chevrons.unfolds, 'more', true), sign(chevrons.folds, 'less', false)],
        },
      ],
      selectAction: {
        type: 'Action.ToggleVisibility',
        title: escapeMarkdown(heading, 80),
        targetElements: [id, `${id}-more`, `${id}-less`],
      },
    },
    { type: 'Container', id, isVisible: false, spacing: 'Small', items: [...items] },
  ];
}

/** The headline of a card in a box of its tone, with what belongs to it. */
export function headlineBox(tone: Tone, words: string, below: readonly CardElement[]): CardElement {
  return { type: 'Container', style: boxStyles[tone]!, spacing: 'Small', items: [title(words), ...below] };
}

/** A name in bold and a few words after it, such as a person and what to do. */
export function namedLine(name: string, words: string, look: Omit<Run, 'words'> = {}): CardElement {
  return runs(
    [
      { words: name, weight: 'Bolder' },
      { words: ` · ${words}`, ...look },
    ],
    { spacing: 'Small' },
  );
}

/** A line that begins with words to touch, such as an example of what can be asked, and goes on with what it is about. */
export function linkedLine(open: Opening, about: string): CardElement {
  const words: ITextRun = {
    type: 'TextRun',
    text: escapeMarkdown(open.title),
    color: 'Accent',
    selectAction: button(open.question, open.title),
  };
  const after: readonly ITextRun[] = about === '' ? [] : [{ type: 'TextRun', text: ` · ${escapeMarkdown(about)}` }];
  return { type: 'RichTextBlock', spacing: 'Small', inlines: [words, ...after] };
}

/** Names in one line, after what they have in common where it is given; touching a name asks its question, the one without is chosen. */
export function linkedNames(
  names: readonly { readonly words: string; readonly open?: Question }[],
  before?: string,
  place: { readonly separator?: boolean; readonly spacing?: 'None' | 'Medium' } = {},
): CardElement {
  const linked = names.flatMap(({ words, open }, index): ITextRun[] => [
    ...(index > 0 ? [{ type: 'TextRun' as const, text: ' · ' }] : []),
    open
      ? { type: 'TextRun', text: escapeMarkdown(words), color: 'Accent', selectAction: button(open, words) }
      : { type: 'TextRun', text: escapeMarkdown(words), weight: 'Bolder' },
  ]);
  const first: readonly ITextRun[] =
    before === undefined ? [] : [{ type: 'TextRun', text: `${escapeMarkdown(before)} `, weight: 'Bolder' }];
  return { type: 'RichTextBlock', inlines: [...first, ...linked], ...place };
}

/** A share of 0 to 1 that the words above it say already; clients that draw no bars leave it out. */
export function thinBar(share: number): CardElement {
  return {
    type: 'ProgressBar',
    value: Math.round(share * 100),
    max: 100,
    color: 'Accent',
    spacing: 'Small',
    fallback: 'drop',
  };
}

/** A share of a score, and the share to reach: two bars that meet at the mark; one of signs where the client draws none. */
export function scoreBar(share: number, mark: number): CardElement {
  const part = (from: number, to: number) => Math.floor(Math.min(1, Math.max(0, (share - from) / (to - from))) * 100);
  const drawn = (value: number) => ({ type: 'ProgressBar' as const, value, max: 100, color: 'Accent' as const });
  const inWords = line(textBar(share, mark), { color: 'Accent' });
  const before = Math.round(mark * 100);
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: before, items: [{ ...drawn(part(0, mark)), fallback: inWords }] },
      ...(before < 100
        ? [
            {
              type: 'Column' as const,
              width: 100 - before,
              spacing: 'Small' as const,
              items: [{ ...drawn(part(mark, 1)), fallback: 'drop' as const }],
            },
          ]
        : []),
    ],
  };
}

/** A stop on a line of time: a caption, the day in words, and how much of the way from the stop before is over (0 to 1). */
export interface TimeStop {
  readonly caption: string;
  readonly day: string;
  readonly over: number;
  /** How much room the way to this stop takes, beside the others. */
  readonly width: number;
}

/** A line of time with its stops below it, for clients that are wide enough, the stops alone where they draw no bars; other lines of the card name the same days. */
export function timeLine(stops: readonly TimeStop[]): CardElement {
  const part = ({ over, width }: TimeStop): IColumn => ({
    type: 'Column',
    width,
    spacing: 'Small',
    items: [
      {
        type: 'ProgressBar',
        value: Math.round(over * 100),
        max: 100,
        color: 'Accent',
        fallback: 'drop',
      },
    ],
  });
  const small = (words: string): CardElement =>
    line(words, { size: 'Small' }, { spacing: 'None', horizontalAlignment: 'Right' });
  const below = ({ caption, day, width }: TimeStop): IColumn => ({
    type: 'Column',
    width,
    spacing: 'Small',
    items: [small(caption), small(day)],
  });
  return {
    type: 'Container',
    targetWidth: 'atLeast:Standard',
    spacing: 'Small',
    items: [
      { type: 'ColumnSet', columns: stops.map(part) },
      { type: 'ColumnSet', spacing: 'Small', columns: stops.map(below) },
    ],
  };
}
