/** A card as plain text: for the terminal, and for clients that cannot show cards. */
import type { CardElement, IActionSet, IColumn, IExecuteAction, IRichTextBlock } from '@microsoft/teams.cards';
import type { Card } from './card';

const cells = 10;

/** Signs that say that something can be touched; where nothing can, they are left out. */
export const chevrons = { opens: '›', unfolds: '▾', folds: '▴' } as const;
const silent: ReadonlySet<string> = new Set(Object.values(chevrons));

/** A share of 0 to 1 as a bar of signs: full only if all is there, empty only if nothing is; with a sign at the share to reach, which only a share that reaches it touches. */
export function textBar(share: number, mark?: number): string {
  const whole = Math.round(share * cells);
  const at = Math.round((mark ?? 1) * cells);
  const most = mark !== undefined && share < mark ? at - 1 : cells - 1;
  const filled = share >= 1 ? cells : share <= 0 ? 0 : Math.min(most, Math.max(1, whole));
  const signs = '▰'.repeat(filled) + '▱'.repeat(cells - filled);
  return at < cells ? `${signs.slice(0, at)}│${signs.slice(at)}` : signs;
}

/** Everything the card shows, line by line, and its buttons in brackets. */
export function plainText(card: Card): string {
  const buttons = [...inPlace(card.body), ...(card.actions ?? []).map(({ title }) => title)]
    .map((words) => `[${words ?? ''}]`)
    .join(' ');
  return [...plainLines(card.body), ...(buttons === '' ? [] : ['', buttons])].join('\n').trim();
}

/** What the buttons in the body do; each stands beside what it is about, and says that in its tooltip alone. */
function inPlace(part: unknown): readonly (string | undefined)[] {
  if (Array.isArray(part)) return part.flatMap(inPlace);
  if (typeof part !== 'object' || part === null) return [];
  const { type, actions } = part as Partial<IActionSet>;
  if (type !== 'ActionSet') return Object.values(part).flatMap(inPlace);
  return (actions as readonly IExecuteAction[]).map(({ title, tooltip = title }) => tooltip);
}

/** The elements as lines of text; an empty line stands where the card draws one or leaves space. */
export function plainLines(elements: readonly CardElement[]): readonly string[] {
  return elements.flatMap((element, index) => {
    const apart = index > 0 && (element.separator === true || element.spacing === 'Large');
    return [...(apart ? [''] : []), ...linesOf(element)];
  });
}

/** What is shown at certain widths only, and so says nothing that is not said elsewhere too. */
export function isForWideClients({ targetWidth }: { readonly targetWidth?: unknown }): boolean {
  return typeof targetWidth === 'string' && targetWidth.startsWith('atLeast:');
}

function linesOf(element: CardElement): readonly string[] {
  if (isForWideClients(element)) return [];
  switch (element.type) {
    case 'TextBlock':
      return silent.has(element.text) ? [] : [element.text];
    case 'RichTextBlock':
      return [(element.inlines ?? []).map(wordsOf).join('')];
    case 'Badge':
      return [element.text ?? ''];
    case 'ProgressBar':
      // The bar in signs is its fallback; a second part of the same bar has none.
      return typeof element.fallback === 'object' ? linesOf(element.fallback) : [];
    case 'ActionSet':
      return [];
    case 'Chart.Gauge':
    case 'Chart.HorizontalBar.Stacked':
      // What it draws is said by the lines beside it.
      return [];
    case 'Input.ChoiceSet':
      if (element.isMultiSelect) return [`${element.label}:`, ...element.choices.map(({ title }) => `☐ ${title}`)];
      return [
        `${element.label}: ${element.choices.find(({ value }) => value === element.value)?.title ?? element.placeholder ?? '…'}`,
      ];
    case 'Input.Number':
    case 'Input.Date':
    case 'Input.Text':
      return [`${element.label}: ${element.value ?? element.placeholder ?? '…'}`];
    case 'Container':
      return plainLines(element.items);
    case 'ColumnSet':
      return sideBySide(element.columns ?? []);
    default:
      throw new Error(`No card of ours has a ${element.type}: say here how it reads.`);
  }
}

function wordsOf(part: NonNullable<IRichTextBlock['inlines']>[number]): string {
  return typeof part === 'string' ? part : 'text' in part ? part.text : '';
}

function sideBySide(columns: readonly IColumn[]): readonly string[] {
  const told = columns.map(({ items }) => plainLines(items).join(' ')).filter((words) => words !== '');
  return told.length > 0 ? [told.join('  ')] : [];
}
