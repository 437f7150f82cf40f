/* global AdaptiveCards, document, gallery, getComputedStyle, window */
/**
 * What runs inside the page of the gallery: it draws cards as Teams would, or as a client would that knows no newer elements, and
 * measures what was drawn. `gallery` holds the cards and the themes; see page.ts.
 */

/** Badge, ProgressBar and charts, which the open renderer does not know, drawn as Teams draws them. */
function teamsElements(palette) {
  class Kept extends AdaptiveCards.CardElement {
    parse(source, context) {
      super.parse(source, context);
      this.source = source;
    }
  }
  class Badge extends Kept {
    getJsonTypeName() {
      return 'Badge';
    }
    internalRender() {
      const [background, words] = palette.badges[this.source.style || 'Default'];
      const box = document.createElement('div');
      const drawn = document.createElement('span');
      drawn.textContent = this.source.text;
      drawn.style.cssText = `display:inline-block;max-width:100%;box-sizing:border-box;border-radius:10px;padding:1px 8px;
        font:600 12px/18px 'Segoe UI','Open Sans',sans-serif;background:${background};color:${words};
        border:1px solid color-mix(in srgb, ${words} 35%, transparent)`;
      box.append(drawn);
      return box;
    }
  }
  class ProgressBar extends Kept {
    getJsonTypeName() {
      return 'ProgressBar';
    }
    internalRender() {
      const { value, max = 100, color } = this.source;
      const colours = { Good: '#107c10', Attention: '#d13438', Warning: '#bc4b09', Accent: palette.accent };
      const drawn = document.createElement('div');
      drawn.setAttribute('role', 'progressbar');
      drawn.setAttribute('aria-valuenow', String(Math.round((value / max) * 100)));
      drawn.setAttribute('aria-label', `${Math.round((value / max) * 100)} %`);
      drawn.style.cssText = `height:4px;width:100%;border-radius:2px;overflow:hidden;
        background:color-mix(in srgb, ${palette.words} 18%, transparent)`;
      const done = document.createElement('div');
      done.style.cssText = `height:100%;width:${(value / max) * 100}%;background:${colours[color] || palette.accent}`;
      drawn.append(done);
      return drawn;
    }
  }
  const shades = { good: '#107c10', neutral: '#9a9a9a', categoricalBlue: '#0f6cbd' };
  const words = (text, style) => {
    const drawn = document.createElement('div');
    drawn.textContent = text;
    drawn.style.cssText = `font:12px/16px 'Segoe UI','Open Sans',sans-serif;color:${palette.words};${style || ''}`;
    return drawn;
  };
  class Gauge extends Kept {
    getJsonTypeName() {
      return 'Chart.Gauge';
    }
    internalRender() {
      const { title, value, max, segments } = this.source;
      let from = 0;
      const parts = segments.map(({ size, color }) => {
        const start = (from / max) * 180;
        from += size;
        return `${shades[color]} ${start}deg ${(from / max) * 180}deg`;
      });
      const arc = document.createElement('div');
      arc.style.cssText = `position:relative;width:160px;height:80px;overflow:hidden;margin:8px auto 0`;
      const ring = document.createElement('div');
      ring.style.cssText = `width:160px;height:160px;border-radius:50%;background:conic-gradient(from 270deg, ${parts.join(',')},
        transparent 180deg);mask:radial-gradient(circle 54px, transparent 98%, black)`;
      const needle = document.createElement('div');
      needle.style.cssText = `position:absolute;left:79px;bottom:0;width:2px;height:76px;background:${palette.words};transform-origin:bottom;
        transform:rotate(${(value / max) * 180 - 90}deg)`;
      arc.append(ring, needle);
      const box = document.createElement('div');
      box.setAttribute('role', 'img');
      box.setAttribute('aria-label', title);
      box.append(words(title, 'font-weight:600;text-align:center'), arc);
      return box;
    }
  }
  class StackedBars extends Kept {
    getJsonTypeName() {
      return 'Chart.HorizontalBar.Stacked';
    }
    internalRender() {
      const box = document.createElement('div');
      box.setAttribute('role', 'img');
      box.setAttribute('aria-label', this.source.title);
      box.append(words(this.source.title, 'font-weight:600'));
      const most = Math.max(...this.source.data.map(({ data }) => data.reduce((sum, { value }) => sum + value, 0)));
      for (const { title, data } of this.source.data) {
        const bar = document.createElement('div');
        bar.style.cssText = 'display:flex;height:8px;margin-bottom:4px';
        for (const { value, color } of data) {
          const part = document.createElement('div');
          part.style.cssText = `width:${(value / most) * 100}%;background:${shades[color]}`;
          bar.append(part);
        }
        box.append(words(title), bar);
      }
      return box;
    }
  }
  const registry = new AdaptiveCards.CardObjectRegistry();
  AdaptiveCards.GlobalRegistry.populateWithDefaultElements(registry);
  registry.register('Badge', Badge);
  registry.register('ProgressBar', ProgressBar);
  registry.register('Chart.Gauge', Gauge);
  registry.register('Chart.HorizontalBar.Stacked', StackedBars);
  return registry;
}

/** Draws one card into the place; returns what the parser objected to. */
function drawCard(place, card, { theme, isOld }) {
  const { palette, hostConfig } = gallery.themes[theme];
  const context = new AdaptiveCards.SerializationContext();
  if (!isOld) context.setElementRegistry(teamsElements(palette));
  const read = new AdaptiveCards.AdaptiveCard();
  read.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  read.parse(card, context);
  place.replaceChildren(read.render());
  return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message).filter(
    // The library tests `lang` with a regular expression that remembers its last match, so every other card fails it.
    (message) => !message.endsWith('property "lang".'),
  );
}

/** Draws all cards that are asked for, one below the other; `faults` are what the parser objected to, card by card. */
window.show = function show({ locale, theme, width, wanted, isOld = false }) {
  document.documentElement.lang = locale;
  document.body.dataset.theme = theme;
  document.body.style.background = gallery.themes[theme].palette.page;
  const list = document.getElementById('cards');
  list.replaceChildren();
  const shown = gallery.cards.filter((one) => !wanted || wanted(one));
  return shown.map((one) => {
    const figure = document.createElement('section');
    const caption = document.createElement('h1');
    const place = document.createElement('div');
    caption.textContent = one.name;
    caption.style.color = gallery.themes[theme].palette.words;
    place.className = 'card';
    place.dataset.name = one.name;
    place.style.width = `${gallery.widths[width]}px`;
    place.style.borderColor = gallery.themes[theme].palette.line;
    figure.append(caption, place);
    const details = window.detailsOf ? window.detailsOf(one, locale) : undefined;
    if (details) figure.append(details);
    list.append(figure);
    const json = width === 'phone' ? one.textual[locale] : one.json[locale];
    return { name: one.name, faults: drawCard(place, json, { theme, isOld: isOld || width === 'phone' }) };
  });
};

function channels(colour) {
  const parts = colour.match(/[\d.]+/g).map(Number);
  return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
}

function over(top, bottom) {
  return top.rgb.map((part, index) => part * top.alpha + bottom[index] * (1 - top.alpha));
}

function backgroundOf(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) layers.push(channels(getComputedStyle(at).backgroundColor));
  return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
}

function luminance(rgb) {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(element) {
  const background = backgroundOf(element);
  const words = over(channels(getComputedStyle(element).color), background);
  const [light, dark] = [luminance(words), luminance(background)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

const isVisible = (element) => element.getClientRects().length > 0;
const ownWords = (element) =>
  [...element.childNodes]
    .filter(({ nodeType }) => nodeType === 3)
    .map(({ textContent }) => textContent.trim())
    .join(' ')
    .trim();

/** What is to be known of every drawn card: its height in pixels, words that are cut or stand out, words that are hard to read. */
window.measure = function measure() {
  return [...document.querySelectorAll('.card')].map((place) => {
    const edge = place.getBoundingClientRect().right;
    const drawn = [...place.querySelectorAll('*')].filter(isVisible);
    // The client draws the star of a required field itself.
    const speaking = drawn.filter((element) => ownWords(element).replace('*', '') !== '');
    const cut = drawn.filter(
      (element) =>
        (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden') ||
        (ownWords(element) !== '' && element.getBoundingClientRect().right > edge + 1),
    );
    const faint = speaking.filter((element) => {
      const { fontSize, fontWeight } = getComputedStyle(element);
      const isLarge = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 600);
      return contrastOf(element) < (isLarge ? 3 : 4.5);
    });
    return {
      name: place.dataset.name,
      height: Math.round(place.getBoundingClientRect().height),
      cut: cut.map((element) => element.textContent.trim().slice(0, 60)),
      faint: faint.map((element) => `${contrastOf(element).toFixed(2)} ${ownWords(element).slice(0, 60)}`),
    };
  });
};
