/** Fillers are the words that people put around a question and that change nothing about it, in all five languages. */

const english = `
a an the and or of for in on at to with about by from as per & is are am was were be been being do does did done doing
i im me my we were our us you your it its this that these those there here he she they them their
what whats which who how hows when
show shows give tell get let lets see look view check find list display open print make want wants like know
can could would will should may might shall please pls plz kindly thanks thank thx ok okay yes so just now today
currently current right again also only still yet really actually exactly moment
laurel bot microsoft partner programme program partnership competency competencies option options level levels
far much many long good bad well going page pages hi hello hey
`;

const portuguese = `
o a os as um uma e ou de do da dos das em no na nos nas para por com sobre ao aos
eu meu minha nos nosso nossa voce seu sua ele ela isso isto este esta esse essa aqui
qual quais quem que como quando onde quanto quantos
devo deve devem deveria deveriam devemos
mostre mostra mostrar ver veja diga me dar quero queria gostaria saber posso pode poderia favor obrigado obrigada
agora hoje atual ainda ja so somente tambem tudo
oi ola
e esta estao estamos estou ser sera foi temos tem ter ha
competencia competencias opcao nivel pagina parceiro programa
`;

const russian = `
и или в во на по для с со о об от до из у к за при не ли же бы
я мне меня мой моя мои мы нам нас наш наша наши наше ты вы вас вам он она они это этот эта эти то тот там тут здесь
что какой какая какие какое кто как когда где сколько
покажи покажите показать дай дайте скажи скажите расскажи хочу хотел можно может можешь пожалуйста спасибо
сейчас сегодня теперь уже еще только тоже очень
привет
есть быть был была было будет дела
компетенция компетенции компетенций компетенцию вариант уровень уровня уровню страница страницу стр партнер программа
`;

const chinese = `
请 請 请问 請問 一下 给我 給我 给 給 我 我们 我們 咱们 你 您 你们 你們 的 了 吗 嗎 呢 吧 啊 是 在 有 和 与 與 及 对 對 关于 關於
看 看看 查 查看 查询 查詢 查一下 显示 顯示 告诉 告訴 告诉我 告訴我 想 想知道 知道 要 能 可以 能不能 可不可以 现在 現在 今天 目前 当前 當前
什么 什麼 哪些 哪个 哪個 怎么 怎麼 如何 多少 离 離 还 還 到 达到 達到 拿到 获得 獲得 没有 沒有 没 沒 为 為 公司 合作伙伴 合作夥伴
能力 专长认证 專長認證 级别 級別 等级 等級 选项 選項 个 個 第 页 頁 谢谢 謝謝 麻烦 麻煩 帮我 幫我 也 就 都 把 从 從 方面 这 這 那 各 每 不 不是 你好 您好 嗨 哈囉
`;

/** Every filler, in any order. */
export const stopWords: readonly string[] = [english, portuguese, russian, chinese].flatMap((words) =>
  words.split(/\s+/).filter((word) => word !== '' && word !== '&'),
);
