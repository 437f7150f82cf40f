/** The page of the gallery: one file that draws every card in any language, theme and width, and needs nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales, ownNames } from '../../domain/basics/locale';
import type { GalleryCard } from './gallery-card';
import { themeNames, themes, widths } from './themes';

const root = join(__dirname, '..', '..');
const renderer = join(root, 'node_modules', 'adaptivecards', 'dist', 'adaptivecards.min.js');

/** The whole page. `style` is for fonts that the machine lacks. */
export function pageOf(cards: readonly GalleryCard[], style: string): string {
  const data = JSON.stringify({ cards, themes, widths }).replace(/</gu, '\\u003c');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The cards of Laurel</title><style>${style}${look}</style></head>
<body><header><label>Search <input id="search"></label> ${chooser('locale', Object.fromEntries(locales.map((one) => [one, ownNames[one]])))}
${chooser('theme', Object.fromEntries(themeNames.map((one) => [one, one])))} ${chooser('width', Object.fromEntries(Object.entries(widths).map(([name, px]) => [name, `${name} ${px} px`])))}
<label><input type="checkbox" id="old"> as a client without new elements</label></header><main id="cards"></main>
<script>${script(renderer)}</script><script>window.gallery = ${data};</script>
<script>${script(join(__dirname, 'browser.cjs'))}</script><script>${controls}</script></body></html>`;
}

function script(path: string): string {
  return readFileSync(path, 'utf8').replace(/<\/script/giu, '<\\/script');
}

function chooser(id: string, choices: Readonly<Record<string, string>>): string {
  const options = Object.entries(choices).map(([value, words]) => `<option value="${value}">${words}</option>`);
  return `<label>${id} <select id="${id}">${options.join('')}</select></label>`;
}

const look = `
  .measured header { display: none }
  .card a { color: inherit }
  body { margin: 0; font: 14px 'Segoe UI', 'Open Sans', sans-serif }
  header { position: sticky; top: 0; padding: 8px 12px; background: #242424; color: #fff; z-index: 1 }
  main { display: flex; flex-wrap: wrap; gap: 24px; padding: 12px; align-items: flex-start }
  section > h1 { font-size: 12px; font-weight: 600; margin: 0 0 4px }
  section pre { max-width: 640px; max-height: 300px; overflow: auto; font-size: 11px; background: #fff; color: #242424 }
  .card { border: 1px solid; border-radius: 6px; overflow: hidden; box-sizing: border-box }
  .card h2 { margin: 0; }
  .card .ac-actionSet { flex-wrap: wrap; row-gap: 8px }
  .card .ac-pushButton { font: 600 14px 'Segoe UI', 'Open Sans', sans-serif; border: 1px solid #d1d1d1; border-radius: 4px; padding: 5px 12px;
    background: #fff; color: #242424; max-width: 100% }
  .card .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff }
  .card .ac-pushButton.style-destructive { border-color: #c50f1f; color: #b10e1c }
  body[data-theme=dark] .card .ac-pushButton { background: #292929; color: #fff; border-color: #666 }
  body[data-theme=dark] .card .ac-pushButton.style-positive { background: #4f52b2; border-color: #4f52b2 }
  body[data-theme=contrast] .card .ac-pushButton { background: #000; color: #fff; border-color: #fff }
  .card .ac-selectable { cursor: pointer }
  .card input, .card select { font: inherit; box-sizing: border-box }
  .card select, .card input:not([type=checkbox], [type=radio]) { width: 100% }
`;

const controls = `
  window.detailsOf = (one, locale) => {
    if (!window.isLive) return undefined;
    const more = document.createElement('details');
    const title = document.createElement('summary');
    title.textContent = one.bytes[locale] + ' bytes, JSON and plain text';
    title.style.color = window.gallery.themes[document.body.dataset.theme].palette.words;
    const json = document.createElement('pre');
    json.textContent = one.plain[locale] + '\\n\\n' + JSON.stringify(one.json[locale], null, 1);
    more.append(title, json);
    return more;
  };
  const of = (id) => document.getElementById(id);
  window.draw = () => {
    window.isLive = true;
    const words = of('search').value.toLowerCase();
    const locale = of('locale').value;
    show({ locale, theme: of('theme').value, width: of('width').value, isOld: of('old').checked,
      wanted: (one) => one.name.includes(words) || one.plain[locale].toLowerCase().includes(words) });
  };
  for (const id of ['search', 'locale', 'theme', 'width', 'old']) of(id).addEventListener('change', window.draw);
  if (navigator.webdriver) document.body.className = 'measured';
  else window.draw();
`;
