/** The export in a chat: which files there are, what became of one, and the other way to them. */
import type { CardElement } from '@microsoft/teams.cards';
import { exportedNames, type ExportedName } from '../../domain/imports/exported-file';
import { linkedNames } from '../elements/blocks';
import { button, card, code, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import type { TransferFault } from '../../domain/imports/file-transfer';

/**
 * Which files there are, or what became of one. `canOffer`: whether files can be handed over here. In the local world (`isLocal`) a file is
 * saved on this machine.
 */
export type ExportView = { readonly canOffer: boolean } & (
  | { readonly state: 'choose'; readonly isLocal?: true }
  | { readonly state: 'saved'; readonly file: string; readonly path: string }
  | { readonly state: 'asked' | 'handed-over' | 'declined'; readonly file: string }
  | { readonly state: 'failed'; readonly file: string; readonly fault: TransferFault }
);

const exportCommand = 'npm run -s laurel -- export --out laurel-export';

/** The answer to "export", and to what was said to the question for leave. */
export function exportCard(view: ExportView, text: Text): Card {
  const words = titleOf(view, text);
  return card({
    text,
    speak: words,
    body: [
      title(words),
      ...lines(view, text),
      ...(view.canOffer ? [note(text.say('export.open')), fileLinks(text)] : []),
      ...(view.state === 'handed-over' || view.state === 'saved'
        ? []
        : [note(text.say('export.command')), code(exportCommand)]),
    ],
    actions: [
      ...(view.canOffer
        ? madeToOpen.map((file, index) =>
            button({ ask: 'export', file }, text.say('button.export-file', { file }), {
              ...(index === 0 && { style: 'positive' }),
            }),
          )
        : [button({ ask: 'progress' }, text.say('button.progress'))]),
    ],
  });
}

/** What people open has buttons; what an import reads back, and the lists, stand in one line. */
const madeToOpen = ['workbook', 'calendar'] as const satisfies readonly ExportedName[];

function fileLinks(text: Text): CardElement {
  const files = exportedNames.filter((file) => !madeToOpen.some((made) => made === file));
  const links = files.map((file) => ({
    words: text.say('button.export-file', { file }),
    open: { ask: 'export', file } as const,
  }));
  return linkedNames(links, text.say('export.files'), { separator: true, spacing: 'Medium' });
}

function titleOf(view: ExportView, text: Text): string {
  const { state } = view;
  return 'file' in view && state !== 'asked'
    ? text.say(`export.${view.state}`, { file: escapeMarkdown(view.file) })
    : text.say('export.title');
}

function lines(view: ExportView, text: Text): readonly CardElement[] {
  switch (view.state) {
    case 'handed-over':
      return [line(text.say('export.what'))];
    case 'saved':
      return [code(view.path), line(text.say('export.what'))];
    case 'declined':
      return [line(text.say('export.declined-line'))];
    case 'failed':
      return [line(text.say('export.failed-line', { fault: view.fault }))];
    case 'asked':
      return [line(text.say('export.asked', { file: escapeMarkdown(view.file) }))];
    case 'choose':
      return [line(text.say('export.what')), ...(view.canOffer ? [line(text.say(howChosen(view)))] : [])];
  }
}

function howChosen({ isLocal }: Extract<ExportView, { state: 'choose' }>) {
  return isLocal ? 'export.choose-local' : 'export.choose';
}
