import { hearingOf, contextOf } from '../bench/hearing/hearing';
import { recognizeSlots } from '../bot/recognizers/slot-recognizer';
for (const [text, locale, competency] of [
  ['a microsoft deu um prazo extra pra nós no devops silver, mantém até 15 de março', 'pt-BR', 'devops'],
  ['keep gold devops till 31 jan, ms agreed', 'en', 'devops'],
  ['gold app dev: exempt, 15 jun 2027', 'en', 'application-development'],
  ['Informo o desligamento do colaborador Otávio Nunes em 20/11.', 'pt-BR', undefined],
  ['infra 手動設成有 直到 6 月底', 'zh-TW', 'infrastructure'],
  ['单雪梅退休了哈，十一月三十号', 'zh-CN', undefined],
  ['relieving date of Srinivasan 15 Jan 2027', 'en', undefined],
  ['Renewal completed 11/3.', 'en', undefined],
  ['Дроздов пн последний день дальше не считать', 'ru-RU', undefined],
] as const) {
  const line = { text, locale, ask: 'override', parameters: competency ? { competency } : {}, half: 'colleagues' } as never;
  const slots = recognizeSlots(text, contextOf(line));
  console.log(text, '|', slots.masked, '|', JSON.stringify(slots.day), JSON.stringify(slots.period), JSON.stringify(slots.span), '|', JSON.stringify(hearingOf(line).meaning), JSON.stringify(hearingOf(line).missing));
}
