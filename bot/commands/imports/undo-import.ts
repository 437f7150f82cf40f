/** `undo import`: takes back the last import, within 24 hours; for admins, in a personal conversation. */
import { z } from 'zod/v4';
import { escapeMarkdown } from '../../../cards/elements/escaped-text';
import { importKindText } from '../../../cards/sections/import-text';
import type { Text } from '../../../cards/text';
import { listOf } from '../../../cards/words/wording';
import type { ImportRecord } from '../../../domain/partner/import-record';
import { personLabel } from '../../../domain/partner/people/person';
import type { Question } from '../../../cards/contract/question';
import { isPhraseAlone, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { undoAnswers, type Undoable } from '../undo-answers';
import { shortText } from '../payload-fields';
import { type Utterance } from '../../language-understanding/utterance';
import { undoneReply } from '../../imports/import-reply';
import {
  importToUndo,
  isImportUndoable,
  removedByUndo,
  takeBackImport as takeBack,
  type RemovedByUndo,
} from '../../imports/import-undo';
import type { ReadingServices } from '../../context/app-services';
import { refused } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';

const hears: Phrases = {
  en: ['undo import', 'undo last import', 'revert import', 'take back import'],
  'zh-CN': ['撤销导入', '撤销上次导入', '撤回导入'],
  'zh-TW': ['復原匯入', '復原上次匯入', '收回匯入'],
  'ru-RU': ['отменить импорт', 'отмени импорт', 'отмена импорта', 'отменить последний импорт'],
  'pt-BR': ['desfazer importação', 'desfazer importar', 'reverter importação', 'desfaça importação'],
};

function parse(utterance: Utterance): Question | undefined {
  return isPhraseAlone(utterance, hears) ? { ask: 'undo-import' } : undefined;
}

/** `undo import`. */
export const undoImport: Command<'undo-import'> = {
  name: 'undo-import',
  phrases: hears,
  order: 270,
  access: { role: 'admin', scope: 'private' },
  audited: 'import-undone',
  payload: z.object({ import: shortText.optional(), confirmed: z.literal(true).optional() }),
  parse,
  ...undoAnswers('undo-import', {
    idIn: (question) => question.import,
    find: findUndoable,
    preview: async ({ id, file, kind, rows, rejected }, { request, services }) => {
      const text = services.text(request.locale);
      const going = await removedByUndo(id, request.tenant, services);
      return {
        heading: text.say('preview.undo-import', { file: escapeMarkdown(file, longestFile) }),
        lines: [
          text.say('import.plan.what', { kind: importKindText(kind, text), rows, rejected }),
          ...removedLines(going, text),
        ],
        question: { ask: 'undo-import', import: id, confirmed: true },
      };
    },
    // The card of an import was shown before anybody whom it brought was invited.
    mustAsk: async ({ confirmed }, { id }, { request: { tenant }, services }) =>
      !confirmed && (await removedByUndo(id, tenant, services)).onboarded.length > 0,
    takeBack: async (kept, { request, services }) => {
      const undone = await takeBack(services, request.tenant, kept);
      services.log.info({ tenant: request.tenant, import: kept.value.id }, 'An import was taken back.');
      return undoneReply(undone, { request, services });
    },
  }),
};

const longestFile = 60;
const mostNamed = 12;
const longestName = 60;

/** How many people go, and by name those who are in onboarding: the command answers admins in private only. */
function removedLines({ removed, onboarded }: RemovedByUndo, text: Text): readonly string[] {
  if (removed.length === 0) return [];
  const names = onboarded.map((person) => escapeMarkdown(personLabel(person), longestName));
  return [
    text.say('preview.undo-import.people', { count: removed.length }),
    ...(names.length > 0
      ? [text.say('preview.undo-import.onboarding', { count: names.length, names: listOf(names, text, mostNamed) })]
      : []),
  ];
}

/** The import that is meant, if it can still be taken back; else the reply that says why not, or that it is done. */
async function findUndoable(
  id: string | undefined,
  { request, services }: { readonly request: TurnRequest; readonly services: ReadingServices },
): Promise<Undoable<ImportRecord>> {
  const text = services.text(request.locale);
  const kept = await importToUndo(services, request.tenant, id);
  if (!kept) return { reply: refused({ code: 'no-import-to-undo' }, text) };
  if (!isImportUndoable({ ...kept.value, undoneAt: undefined }, request.now))
    return { reply: refused({ code: 'import-undo-too-late' }, text) };
  if (kept.value.undoneAt === undefined) return { kept };
  return {
    reply: await undoneReply({ record: kept.value, restored: 0, removed: 0, leftAlone: [] }, { request, services }),
  };
}
