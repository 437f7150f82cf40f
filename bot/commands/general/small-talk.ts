/** Small talk is what asks for nothing: thanks, a good-bye, how Laurel is. It gets one sentence. */
import { z } from 'zod/v4';
import { smallTalkCard } from '../../../cards/general/small-talk-card';
import { smallTalks, type Question, type SmallTalk } from '../../../cards/contract/question';
import { locales } from '../../../domain/basics/locale';
import { findPhraseOf, withoutPhrase, type Phrases } from '../../language-understanding/phrases';
import { tellingWords, type Utterance } from '../../language-understanding/utterance';
import type { Command } from '../command';

const topics: Readonly<Record<SmallTalk, Phrases>> = {
  thanks: {
    en: ['thanks', 'thank you', 'many thanks', 'cheers', 'great job', 'well done'],
    'zh-CN': ['谢谢', '多谢', '感谢', '辛苦了'],
    'zh-TW': ['謝謝', '多謝', '感謝', '辛苦了'],
    'ru-RU': ['спасибо', 'благодарю', 'молодец'],
    'pt-BR': ['obrigado', 'obrigada', 'muito obrigado', 'valeu'],
  },
  bye: {
    en: ['bye', 'goodbye', 'see you', 'see you later', 'good night'],
    'zh-CN': ['再见', '拜拜', '晚安'],
    'zh-TW': ['再見', '掰掰', '晚安'],
    'ru-RU': ['пока', 'до свидания', 'до встречи', 'спокойной ночи'],
    'pt-BR': ['tchau', 'até logo', 'até mais', 'até amanhã'],
  },
  'how-are-you': {
    en: ['how are you', 'how are you doing', 'how is it going', 'are you there'],
    'zh-CN': ['你好吗', '你怎么样', '你在吗'],
    'zh-TW': ['你好嗎', '你怎麼樣', '你在嗎'],
    'ru-RU': ['как ты', 'как поживаешь', 'ты тут'],
    'pt-BR': ['como vai', 'tudo bem', 'como você está', 'você está aí'],
  },
  dismissed: {
    en: ['never mind', 'nevermind', 'forget it', 'no', 'no thanks', 'not now'],
    'zh-CN': ['算了', '不用了', '不了', '没事了'],
    'zh-TW': ['算了', '不用了', '不了', '沒事了'],
    'ru-RU': ['неважно', 'нет', 'не сейчас'],
    'pt-BR': ['deixa pra lá', 'deixa para lá', 'não', 'agora não'],
  },
};

/** They say nothing of what follows. */
const greetings: Phrases = {
  en: ['good morning', 'good afternoon', 'good evening', 'morning', 'hi', 'hello', 'hey'],
  'zh-CN': ['你好', '您好', '早上好', '大家好', '嗨'],
  'zh-TW': ['你好', '您好', '早安', '大家好', '嗨'],
  'ru-RU': ['привет', 'здравствуйте', 'добрый день', 'доброе утро', 'добрый вечер', 'большое', 'огромное'],
  'pt-BR': ['bom dia', 'boa tarde', 'boa noite', 'oi', 'olá', 'e aí'],
};

const hears = Object.fromEntries(
  locales.map((locale) => [locale, smallTalks.flatMap((topic) => topics[topic][locale])]),
) as unknown as Phrases;

/** It counts where nothing else is said: a greeting before it, or more of its kind behind it, are no more than it. */
function parse(utterance: Utterance): Question | undefined {
  const about = smallTalks.find((topic) => findPhraseOf(utterance, topics[topic]) !== undefined);
  if (about === undefined) return undefined;
  const beside = [greetings, ...smallTalks.map((topic) => topics[topic])].reduce(
    (rest, phrases) => withoutPhrase(rest, phrases) ?? rest,
    utterance,
  );
  return tellingWords(beside).length === 0 ? { ask: 'none', about } : undefined;
}

/** `thanks`. */
export const smallTalk: Command<'none'> = {
  name: 'none',
  phrases: hears,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({ about: z.enum(smallTalks) }),
  parse,
  answer: ({ about }, request, services) =>
    Promise.resolve({ name: 'small-talk', card: smallTalkCard(about, services.text(request.locale)) }),
};
