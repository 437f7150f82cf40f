/**
 * The three themes of Teams as host configs. The light one has the values that the Agents Playground gives its cards; the dark and the
 * high contrast one follow the palettes that Teams documents. What a real client draws has to be looked at in a real client.
 */

interface Palette {
  readonly page: string;
  readonly card: string;
  readonly words: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly line: string;
  /** The backgrounds of the container styles. */
  readonly boxes: Readonly<Record<'emphasis' | 'accent' | 'good' | 'warning' | 'attention', string>>;
  /** Background and words of the badges in the appearance Tint. */
  readonly badges: Readonly<Record<string, readonly [background: string, words: string]>>;
}

const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    words: '#252424',
    subtle: '#bf252424',
    accent: '#6264a7',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#c4314b',
    line: '#eeeeee',
    boxes: { emphasis: '#f9f8f7', accent: '#c7def9', good: '#ccffcc', warning: '#ffe2b2', attention: '#ffc5b2' },
    badges: {
      Default: ['#f0f0f0', '#424242'],
      Subtle: ['#ffffff', '#424242'],
      Informative: ['#f5f5f5', '#616161'],
      Accent: ['#ebf3fc', '#115ea3'],
      Good: ['#f1faf1', '#0e700e'],
      Attention: ['#fdf3f4', '#b10e1c'],
      Warning: ['#fff9f5', '#8a3707'],
    },
  },
  dark: {
    page: '#1f1f1f',
    card: '#2d2c2c',
    words: '#ffffff',
    subtle: '#bfffffff',
    accent: '#a6a7dc',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f9526b',
    line: '#484644',
    boxes: { emphasis: '#252423', accent: '#2f2f4a', good: '#1b3a1b', warning: '#4a3a12', attention: '#4a2222' },
    badges: {
      Default: ['#3d3d3d', '#d6d6d6'],
      Subtle: ['#2d2c2c', '#d6d6d6'],
      Informative: ['#141414', '#adadad'],
      Accent: ['#082338', '#62abf5'],
      Good: ['#052505', '#54b054'],
      Attention: ['#3f1011', '#e37d80'],
      Warning: ['#4a1e04', '#faa06b'],
    },
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    words: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff00',
    good: '#ffffff',
    warning: '#ffffff',
    attention: '#ffffff',
    line: '#ffffff',
    boxes: { emphasis: '#000000', accent: '#000000', good: '#000000', warning: '#000000', attention: '#000000' },
    badges: {
      Default: ['#000000', '#ffffff'],
      Subtle: ['#000000', '#ffffff'],
      Informative: ['#000000', '#ffffff'],
      Accent: ['#000000', '#ffffff'],
      Good: ['#000000', '#ffffff'],
      Attention: ['#000000', '#ffffff'],
      Warning: ['#000000', '#ffffff'],
    },
  },
};

export const themeNames = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The widths of a card in pixels: on a phone, in a chat, and in a wide window. */
export const widths = { phone: 312, chat: 446, wide: 640 } as const;
export type WidthName = keyof typeof widths;

/** A theme as the page needs it: its palette, and the host config of the renderer. */
export interface Theme {
  readonly palette: Palette;
  readonly hostConfig: object;
}

const fonts = "'Segoe UI', 'Open Sans', 'Noto Sans SC', 'DejaVu Sans', sans-serif";

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: themeOf(palettes.light),
  dark: themeOf(palettes.dark),
  contrast: themeOf(palettes.contrast),
};

function themeOf(palette: Palette): Theme {
  const { words, subtle, accent, good, warning, attention, line, card, boxes } = palette;
  const colours = { default: words, accent, good, warning, attention, dark: words, light: subtle };
  const foregroundColors = Object.fromEntries(
    Object.entries(colours).map(([name, colour]) => [
      name,
      { default: colour, subtle: name === 'default' ? subtle : colour },
    ]),
  );
  const backgrounds: Readonly<Record<string, string>> = { default: card, ...boxes };
  const styles = Object.entries(backgrounds).map(
    ([name, backgroundColor]) => [name, { backgroundColor, foregroundColors }] as const,
  );
  return {
    palette,
    hostConfig: {
      fontFamily: fonts,
      spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 200, default: 400, bolder: 600 },
      separator: { lineThickness: 1, lineColor: line },
      textBlock: { headingLevel: 2 },
      textStyles: { heading: { size: 'large', weight: 'bolder' } },
      containerStyles: Object.fromEntries(styles),
      actions: {
        maxActions: 6,
        buttonSpacing: 8,
        actionsOrientation: 'horizontal',
        actionAlignment: 'left',
        showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
      },
    },
  };
}
