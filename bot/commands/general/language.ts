/** `language <name>`: the language in which Laurel writes to the asker, alerts included. */
import { z } from 'zod/v4';
import { languageCard } from '../../../cards/general/language-card';
import { previewCard } from '../../../cards/general/preview-card';
import type { Question } from '../../../cards/contract/question';
import { locales, ownNames, type Locale } from '../../../domain/basics/locale';
import { languageOf, type Conversation } from '../../../domain/partner/conversation';
import type { AppServices, ReadingServices } from '../../context/app-services';
import { refused, type Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { conversationOfSender } from '../../delivery/roster-reference';
import { withoutPhrase, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { languageNamed } from '../../recognizers/language-recognizer';
import { updateRow } from '../../store/row-update';
import { type Command } from '../command';

const hears: Phrases = {
  en: ['language', 'set language', 'change language', 'change the language', 'my language', 'speak'],
  'zh-CN': ['语言', '设置语言', '切换语言', '更改语言'],
  'zh-TW': ['語言', '設定語言', '切換語言', '變更語言'],
  'ru-RU': ['язык', 'сменить язык', 'смени язык', 'мой язык'],
  'pt-BR': ['idioma', 'mudar idioma', 'mudar o idioma', 'língua'],
};

/** The names of the languages, which the lexicon has to know. */
const names: Phrases = {
  en: ['English', 'Chinese', 'simplified', 'traditional', 'Russian', 'Portuguese'],
  'zh-CN': ['英语', '英文', '简体', '繁体', '中文', '俄语', '俄文', '葡萄牙语', '葡语'],
  'zh-TW': ['英語', '英文', '簡體', '繁體', '中文', '俄語', '俄文', '葡萄牙語', '葡語'],
  'ru-RU': [
    'по-русски',
    'русский',
    'по-английски',
    'английский',
    'китайский',
    'упрощенный',
    'традиционный',
    'португальский',
  ],
  'pt-BR': ['português', 'inglês', 'chinês', 'simplificado', 'tradicional', 'russo'],
};

function parse(utterance: Utterance): Question | undefined {
  if (!withoutPhrase(utterance, hears)) return undefined;
  const language = languageNamed(utterance.said);
  return { ask: 'language', ...(language && { language }) };
}

/** `language`, `language <name>`, and the buttons on its card. */
export const language: Command<'language'> = {
  name: 'language',
  phrases: hears,
  order: 345,
  access: { role: 'self', scope: 'any' },
  payload: z.object({ language: z.enum([...locales, 'client']).optional() }),
  vocabulary: names,
  parse,
  previews: ({ language: wanted }) => wanted !== undefined,
  async answer({ language: wanted }, request, services) {
    const kept = await services.store.conversations.get(request.tenant, accountOf(request));
    if (wanted === undefined || wanted === (kept?.value.language ?? 'client'))
      return shown(kept?.value, { text: services.text, speaks: request.locale });
    const text = services.text(request.locale);
    const heading =
      wanted === 'client'
        ? text.say('language.preview-client')
        : text.say('language.preview', { language: ownNames[wanted] });
    return {
      name: 'language-wanted',
      card: previewCard({ heading, lines: [], question: { ask: 'language', language: wanted } }, text),
    };
  },
  async press({ language: wanted }, request, services) {
    if (wanted === undefined) return language.answer({ ask: 'language' }, request, services);
    const after = await choose(wanted, request, services);
    if (!after) return refused({ code: 'card-outdated' }, services.text(request.locale));
    return shown(after, { text: services.text, speaks: languageOf(after), isDone: true });
  },
};

function accountOf({ user }: TurnRequest): string {
  return user.aadObjectId.toLowerCase();
}

/** The conversation with the language in it; nothing where the channel does not tell how to reach the asker. */
function choose(
  wanted: Locale | 'client',
  request: TurnRequest,
  { store }: AppServices,
): Promise<Conversation | undefined> {
  const row = { repository: store.conversations, tenant: request.tenant, id: accountOf(request), noun: 'conversation' };
  return updateRow(row, (kept): Conversation | undefined => {
    const before = kept ?? conversationOfSender(request);
    if (!before || (kept && wanted === (kept.language ?? 'client'))) return before;
    const { language: _, ...others } = before;
    return wanted === 'client' ? others : { ...others, language: wanted };
  });
}

/** The card in the language that the conversation has. */
function shown(kept: Conversation | undefined, { text, speaks, isDone = false }: Shown): Reply {
  const view = { speaks, ...(kept?.language && { chosen: kept.language }), isDone };
  return { name: 'language', card: languageCard(view, text(speaks)) };
}

interface Shown {
  readonly text: ReadingServices['text'];
  readonly speaks: Locale;
  readonly isDone?: boolean;
}
