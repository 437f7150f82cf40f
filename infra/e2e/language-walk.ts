/**
 * `npm run walk:languages [-- folder [locale]]`: the main conversation, typed as people type it, in the real chat window of each of the
 * five languages, with the sample partner. Each card is a picture in the folder. It ends with 1 where a sentence is not
 * answered, a card says something else than it should, or a window logs any trouble.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { text } from '../../cards/text';
import { locales, type Locale } from '../../domain/basics/locale';
import { openChat, type Chat } from './chat';
import { launchChromium } from './chromium';
import { startWorld } from './started-world';

/** The name of a picture, what is typed, or which button is pressed, and what the card has to say. */
type Step = readonly [picture: string, does: string, shows: RegExp];

/** What is typed in each language; a sentence in angle brackets is the title of a button. */
const conversations: Readonly<Record<Locale, readonly Step[]>> = {
  en: [
    ['greeting', 'hi there', /progress/],
    ['progress', 'so where are we with all of it?', /DevOps/],
    ['competency', 'and how does DevOps look', /DevOps/],
    ['plan', 'what would it take to get devops to gold', /DevOps/],
    ['followed', 'and Data Platform?', /Data Platform/],
    ['who-holds', 'who here has the 70-475', /70-475/],
    ['expiring', 'anything running out in the next six months?', /2019|2018|No|Nothing/],
    ['person', 'what does Yuki Tanabe hold', /Yuki Tanabe/],
    ['pronoun', 'what if she leaves?', /Yuki Tanabe/],
    ['side-by-side', 'devops or data platform, which one is closer to gold?', /Side by side/],
    ['risk', 'could we lose any level soon', /renewal|risk|Silver/i],
    ['completed', 'Yuki Tanabe passed 70-475 yesterday, can you put it in', /^Record 70-475.* for Yuki Tanabe\?/],
    ['corrected', 'sorry, it was on Tuesday', /29 May 2018/],
    ['recorded', '<Confirm>', /^Recorded for Yuki Tanabe/],
    ['undone', '<Undo>', /Yuki Tanabe/],
    ['several', 'Owen Prichard left on 31 May and Leila Haddad passed 70-497', /several things/],
    ['one-of-several', '<Owen Prichard left on 31 May>', /^Record the departure of Owen Prichard on 31 May 2018/],
    ['yes', 'yes, do it', /button/],
    ['without-day', 'Leila Haddad passed 70-497', /today is taken/],
    ['how-to', 'how do i take a wrong exam off somebody', /remove/],
    ['import', 'I have a csv from Partner Center, where does it go', /file|import/i],
    ['elsewhere', 'can you book me a room for 3pm', /./],
  ],
  'zh-CN': [
    ['greeting', '你好', /进度|帮助/],
    ['progress', '我们现在整体怎么样了', /DevOps/],
    ['competency', '那DevOps呢，差多少', /DevOps/],
    ['plan', 'DevOps要怎么才能到金级', /DevOps/],
    ['followed', '那Data Platform呢？', /Data Platform|数据平台/],
    ['who-holds', '谁有70-475', /70-475/],
    ['expiring', '半年内有什么证要到期', /./],
    ['person', 'Yuki Tanabe都考过什么', /Yuki Tanabe/],
    ['pronoun', '如果她离职了呢？', /Yuki Tanabe/],
    ['side-by-side', 'DevOps和Data Platform哪个离金级更近', /并排/],
    ['risk', '我们有哪个级别可能会丢', /./],
    ['completed', 'Yuki Tanabe昨天过了70-475，帮忙记一下', /70-475/],
    ['corrected', '不对，是星期二', /5月29日/],
    ['recorded', '<确认>', /Yuki Tanabe/],
    ['undone', '<撤销>', /Yuki Tanabe/],
    ['several', 'Owen Prichard 5月31日离职了，Leila Haddad 考过了70-497', /几件事/],
    ['yes', '好的', /按钮/],
    ['how-to', '怎么把记错的考试删掉', /删除|移除/],
    ['import', '我有一份合作伙伴中心导出的csv，怎么给你', /文件|导入/],
    ['elsewhere', '今天中午吃什么', /./],
  ],
  'zh-TW': [
    ['greeting', '哈囉', /進度|說明/],
    ['progress', '目前整體狀況如何', /DevOps/],
    ['competency', 'DevOps 現在到哪了', /DevOps/],
    ['plan', 'DevOps 要怎樣才能到金級', /DevOps/],
    ['followed', '那 Data Platform 呢？', /Data Platform|資料平台/],
    ['who-holds', '公司裡誰有 70-475', /70-475/],
    ['expiring', '接下來半年有哪些證照會到期', /./],
    ['person', 'Yuki Tanabe 考過哪些', /Yuki Tanabe/],
    ['pronoun', '如果她離職了呢？', /Yuki Tanabe/],
    ['side-by-side', 'DevOps 跟 Data Platform 哪個比較接近金級', /並排/],
    ['risk', '有沒有哪個等級快保不住', /./],
    ['completed', 'Yuki Tanabe 昨天考過 70-475，幫我登記', /70-475/],
    ['corrected', '不對，是星期二', /5月29日/],
    ['recorded', '<確認>', /Yuki Tanabe/],
    ['undone', '<復原>', /Yuki Tanabe/],
    ['several', 'Owen Prichard 5月31日離職了，Leila Haddad 考過 70-497', /幾件事/],
    ['yes', '好的', /按鈕/],
    ['how-to', '登錯的考試要怎麼刪', /移除|刪除/],
    ['import', '我有合作夥伴中心的 csv，要丟哪裡', /檔案|匯入/],
    ['elsewhere', '幫我訂三點的會議室', /./],
  ],
  'ru-RU': [
    ['greeting', 'привет', /ход выполнения/],
    ['progress', 'ну что, как у нас в целом дела с уровнями', /DevOps|Разработк/],
    ['competency', 'а по DevOps что у нас', /DevOps|Разработк/],
    ['plan', 'что нужно, чтобы выйти на gold по DevOps', /DevOps|Разработк/],
    ['followed', 'а Data Platform?', /Data Platform|Платформа данных/],
    ['who-holds', 'у кого из наших есть 70-475', /70-475/],
    ['expiring', 'что истекает в ближайшие полгода', /./],
    ['person', 'что сдала Yuki Tanabe', /Yuki Tanabe/],
    ['pronoun', 'а если она уйдёт?', /Yuki Tanabe/],
    ['side-by-side', 'что ближе к золоту, DevOps или Data Platform?', /Рядом/],
    ['risk', 'можем ли мы потерять какой-то уровень', /./],
    ['completed', 'Yuki Tanabe вчера сдала 70-475, запиши', /70-475/],
    ['corrected', 'ой, нет, во вторник', /29 мая/],
    ['recorded', '<Подтвердить>', /Yuki Tanabe/],
    ['undone', '<Отменить>', /Yuki Tanabe/],
    ['several', 'Owen Prichard уволился 31 мая, а Leila Haddad сдала 70-497', /несколько/],
    ['yes', 'да', /[Нн]ажмите/],
    ['how-to', 'как убрать ошибочно записанный экзамен', /[Уу]далит|[Уу]брать|[Уу]бер/],
    ['import', 'есть csv из Partner Center, куда его деть', /файл/],
    ['elsewhere', 'забронируй переговорку на три', /./],
  ],
  'pt-BR': [
    ['greeting', 'oi', /pergunt/],
    ['progress', 'e aí, como a gente tá no geral?', /DevOps/],
    ['competency', 'e o DevOps, falta muito?', /DevOps/],
    ['plan', 'o que precisa pra chegar em ouro no DevOps', /DevOps/],
    ['followed', 'e Data Platform?', /Data Platform|Plataforma de Dados/i],
    ['who-holds', 'quem aqui tem a 70-475', /70-475/],
    ['expiring', 'o que vence nos próximos seis meses', /./],
    ['person', 'o que a Yuki Tanabe já passou', /Yuki Tanabe/],
    ['pronoun', 'e se ela sair?', /Yuki Tanabe/],
    ['side-by-side', 'DevOps ou Data Platform, qual tá mais perto do ouro?', /Lado a lado/],
    ['risk', 'a gente corre risco de perder algum nível?', /./],
    ['completed', 'a Yuki Tanabe passou na 70-475 ontem, registra aí', /70-475/],
    ['corrected', 'não, foi na terça', /29 de mai/],
    ['recorded', '<Confirmar>', /Yuki Tanabe/],
    ['undone', '<Desfazer>', /Yuki Tanabe/],
    ['several', 'o Owen Prichard saiu em 31 de maio e a Leila Haddad passou no 70-497', /várias coisas/],
    ['yes', 'sim', /botão/],
    ['how-to', 'como tiro uma prova lançada errada', /remov/i],
    ['import', 'tenho um csv do Partner Center, onde coloco', /arquivo/],
    ['elsewhere', 'reserva uma sala pras 15h', /./],
  ],
};

/** How cards begin that answer nothing. */
const noAnswers = ['not-understood', 'went-wrong', 'store-unavailable', 'card-outdated'] as const;

interface Place {
  readonly locale: Locale;
  readonly folder: string;
}

async function take(chat: Chat, [picture, does, shows]: Step, { locale, folder }: Place): Promise<void> {
  const button = /^<(.+)>$/u.exec(does)?.[1];
  const card = button === undefined ? await chat.say(does) : await chat.press(button);
  console.log(`${locale} ${does} → ${card.split('\n')[0]}`);
  const file = join(folder, `${locale}-${picture}`);
  writeFileSync(`${file}.txt`, `${does}\n\n${card}`);
  await (button === undefined ? chat.screenshot(`${file}.png`) : chat.cardPicture(`${file}.png`));
  if (picture === 'elsewhere') return;
  const say = text(locale).say;
  for (const code of noAnswers) {
    const [begin = ''] = say(`refusal.${code}`, { heard: '\u0000' }).split('\u0000');
    assert.ok(begin === '' || !card.startsWith(begin), `“${does}” was not answered:\n${card}`);
  }
  assert.match(card, shows);
}

async function walk(data: string, folder: string, wanted: readonly Locale[]): Promise<void> {
  const [world, browser] = await Promise.all([startWorld(data), launchChromium()]);
  try {
    for (const locale of wanted) {
      const window = await world.window('--locale', locale);
      await inWindow(browser, window.url, async (chat) => {
        for (const step of conversations[locale]) await take(chat, step, { locale, folder });
        assert.deepEqual(await chat.troubles(), []);
      });
      await window.stop();
    }
  } finally {
    await browser.close();
    await world.stop();
  }
}

async function inWindow(browser: Browser, url: string, talk: (chat: Chat) => Promise<void>): Promise<void> {
  const chat = await openChat(browser, url);
  try {
    await talk(chat);
  } finally {
    await chat.close();
  }
}

const [given, only] = process.argv.slice(2);
const folder = given ?? join(tmpdir(), 'laurel-language-pictures');
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'laurel-languages-'));
walk(
  data,
  folder,
  locales.filter((locale) => only === undefined || locale === only),
)
  .then(() => console.log(`The pictures are in ${folder}.`))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
