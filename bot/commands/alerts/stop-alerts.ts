/** `stop alerts about …` and `start alerts about …`: what the asker does not want to hear of unasked. */
import { z } from 'zod/v4';
import { previewCard } from '../../../cards/general/preview-card';
import { alertTopicsCard } from '../../../cards/alerts/alert-settings-card';
import type { Question } from '../../../cards/contract/question';
import { text as textIn } from '../../../cards/text';
import { topicOf } from '../../../cards/words/alert';
import { locales } from '../../../domain/basics/locale';
import { stoppableRules, type NoticeRule } from '../../../domain/alerts/notice';
import { changeSettings, ownSettings, settingsReply } from '../../alerts/alert-settings';
import type { TurnRequest } from '../../context/turn-request';
import { withoutPhrase, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { tellingWords, type Utterance } from '../../language-understanding/utterance';
import type { Reply } from '../../context/reply';
import { normalize } from '../../language-understanding/message-text';
import type { AppServices, ReadingServices } from '../../context/app-services';

const stops: Phrases = {
  en: ['stop alerts', 'stop alerts about', 'no more alerts', 'mute alerts', 'alerts off'],
  'zh-CN': ['停止警报', '关闭警报', '不要警报'],
  'zh-TW': ['停止警示', '關閉警示', '不要警示'],
  'ru-RU': ['отключить уведомления', 'выключить уведомления', 'не присылай уведомления'],
  'pt-BR': ['parar alertas', 'parar alertas sobre', 'chega de alertas', 'silenciar alertas'],
};
const starts: Phrases = {
  en: ['start alerts', 'start alerts about', 'resume alerts', 'alerts on'],
  'zh-CN': ['恢复警报', '开启警报'],
  'zh-TW': ['恢復警示', '開啟警示'],
  'ru-RU': ['включить уведомления', 'возобновить уведомления'],
  'pt-BR': ['retomar alertas', 'retomar alertas sobre', 'ativar alertas'],
};

/** What each topic is called in every language, as words. */
const topics = stoppableRules.flatMap((rule) =>
  locales.map((locale) => ({ parts: normalize(topicOf(rule, textIn(locale))).split(' '), rule })),
);

/** The words of the topics, which the lexicon has to know. */
const known = Object.fromEntries(
  locales.map((locale) => [locale, stoppableRules.map((rule) => topicOf(rule, textIn(locale)))]),
) as unknown as Phrases;

/** The topic that was named beside the phrase; a guess could silence the wrong one, so it has to be the only one. */
function topicIn(rest: Utterance): NoticeRule | undefined {
  const said = rest.words.map(({ key }) => key).join('');
  const exact = topics.find(({ parts }) => said.endsWith(parts.join('')));
  if (exact) return exact.rule;
  const words = tellingWords(rest);
  if (words.length === 0) return undefined;
  const fitting = topics.filter(({ parts }) =>
    words.every(({ key, means }) => [key, ...means].some((one) => parts.includes(one))),
  );
  const rules = [...new Set(fitting.map(({ rule }) => rule))];
  return rules.length === 1 ? rules[0] : undefined;
}

function parser(ask: 'stop-alerts' | 'start-alerts', hears: Phrases) {
  return (utterance: Utterance): Question | undefined => {
    const rest = withoutPhrase(utterance, hears);
    if (!rest) return undefined;
    const rule = topicIn(rest);
    return { ask, ...(rule && { rule }) };
  };
}

type Act = 'stop' | 'start';

interface Turn<S> {
  readonly request: TurnRequest;
  readonly services: S;
}

/** Asks which topic is meant where none was named, else shows what would be stopped or started. */
async function preview(
  act: Act,
  rule: NoticeRule | undefined,
  { request, services }: Turn<ReadingServices>,
): Promise<Reply> {
  const settings = await ownSettings(request, services);
  const text = services.text(request.locale);
  const rules = stoppableRules.filter((one) => settings.stopped.includes(one) === (act === 'start'));
  if (rules.length === 0) return settingsReply({ request, services, settings });
  if (rule === undefined) return { name: `${act}-alerts`, card: alertTopicsCard(act, rules, text) };
  const heading = text.say(`preview.${act}-alerts`, { topic: topicOf(rule, text) });
  const question = { ask: `${act}-alerts`, rule } as const;
  return { name: `${act}-alerts-wanted`, card: previewCard({ heading, lines: [], question }, text) };
}

async function change(act: Act, rule: NoticeRule, { request, services }: Turn<AppServices>): Promise<Reply> {
  const settings = await changeSettings(request, services, (before) => {
    if (before.stopped.includes(rule) === (act === 'stop')) return before;
    const others = before.stopped.filter((one) => one !== rule);
    return { ...before, stopped: act === 'stop' ? [...others, rule] : others };
  });
  return settingsReply({ request, services, settings }, { code: act === 'stop' ? 'did-stop' : 'did-start', rule });
}

/** A button without a topic still asks which is meant. */
function pressed(act: Act, rule: NoticeRule | undefined, turn: Turn<AppServices>): Promise<Reply> {
  return rule === undefined ? preview(act, undefined, turn) : change(act, rule, turn);
}

const payload = z.object({ rule: z.enum(stoppableRules).optional() });

/** `stop alerts about …`. */
export const stopAlerts: Command<'stop-alerts'> = {
  name: 'stop-alerts',
  phrases: stops,
  order: 350,
  access: { role: 'self', scope: 'any' },
  payload,
  vocabulary: known,
  parse: parser('stop-alerts', stops),
  previews: () => true,
  answer: ({ rule }, request, services) => preview('stop', rule, { request, services }),
  press: ({ rule }, request, services) => pressed('stop', rule, { request, services }),
};

/** `start alerts about …`. */
export const startAlerts: Command<'start-alerts'> = {
  name: 'start-alerts',
  phrases: starts,
  order: 360,
  access: { role: 'self', scope: 'any' },
  payload,
  vocabulary: known,
  parse: parser('start-alerts', starts),
  previews: () => true,
  answer: ({ rule }, request, services) => preview('start', rule, { request, services }),
  press: ({ rule }, request, services) => pressed('start', rule, { request, services }),
};
