/** Splits text into the records of a table after RFC 4180, piece by piece; its time grows with the characters and with nothing else. */
import type { Separator } from './header';

/** A record and the line on which it begins. */
export interface SplitRecord {
  /** The first line of the text is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What makes it unclear where a record ends, with the line on which the record begins. */
export interface SplitFault {
  readonly line: number;
  readonly fault: 'stray-quote' | 'quote-not-closed' | 'too-long' | 'too-many-cells';
}

/** The most that one record may hold. */
export interface RecordBounds {
  /** In characters, separators and quotation marks not counted. */
  readonly characters: number;
  readonly cells: number;
}

export interface RecordSplitter {
  /**
   * The records that end in this piece of the text, and at last the fault that ends the reading. Lines without any character are
   * passed over: only {@link emptyLines} counts them. Everything must be taken before the next piece is given.
   */
  split(piece: string): Generator<SplitRecord | SplitFault, void>;
  /** What stands behind the last line break. */
  end(): SplitRecord | SplitFault | undefined;
  /** How many lines without any character there were, and the line that comes next. */
  emptyLines(): { readonly line: number; readonly emptyLines: number };
}

/**
 * Where the splitter stands: before a cell, in one without quotation marks, within quotation marks, or behind a quotation mark
 * that ends the cell unless a second one follows.
 */
type Place = 'before' | 'bare' | 'quoted' | 'behind-quote';

const lineBreak = /\r\n|\r|\n/g;

/** Of a longer text V8 keeps the whole piece in memory that it was cut from; a copy keeps only itself. */
const longestInPlace = 12;

function copyOf(text: string): string {
  return text.length > longestInPlace ? Buffer.from(text).toString() : text;
}

/** A fresh splitter for one text. A line ends with CR, LF or both; a quotation mark within a cell in quotation marks is doubled. */
export function recordSplitter(separator: Separator, bounds: RecordBounds): RecordSplitter {
  const special = new RegExp(`["\r\n${separator}]`, 'g');
  let place: Place = 'before';
  let cells: string[] = [];
  let cell = '';
  let characters = 0;
  let [line, linesWithin, emptyLines] = [1, 0, 0];
  let endsWithReturn = false;

  const add = (text: string) => {
    cell += text;
    characters += text.length;
  };
  const endCell = () => {
    if (cell !== '') linesWithin += cell.match(lineBreak)?.length ?? 0;
    cells.push(copyOf(cell));
    cell = '';
    place = 'before';
  };
  const endRecord = (): SplitRecord => {
    endCell();
    const record = { line, cells };
    line += 1 + linesWithin;
    [cells, characters, linesWithin] = [[], 0, 0];
    return record;
  };
  const isEmptyLine = () => place === 'before' && cells.length === 0;
  const overBounds = (): SplitFault | undefined => {
    if (characters > bounds.characters) return { line, fault: 'too-long' };
    return cells.length >= bounds.cells ? { line, fault: 'too-many-cells' } : undefined;
  };
  /** The position behind the text within quotation marks; the piece may end before the closing one. */
  const skipQuoted = (piece: string, from: number): number => {
    const quote = piece.indexOf('"', from);
    const end = quote < 0 ? piece.length : quote;
    add(piece.slice(from, end));
    if (quote < 0) return end;
    place = 'behind-quote';
    return end + 1;
  };
  const skipBare = (piece: string, from: number): number => {
    special.lastIndex = from;
    const end = special.exec(piece)?.index ?? piece.length;
    if (end > from) {
      add(piece.slice(from, end));
      place = 'bare';
    }
    return end;
  };
  /** Takes the sign at a position where a cell may end; true if it ends the record, a fault if it may not stand there. */
  const takeSign = (sign: string): boolean | SplitFault => {
    if (sign === '"') {
      if (place === 'bare') return { line, fault: 'stray-quote' };
      if (place === 'behind-quote') add(sign);
      place = 'quoted';
      return false;
    }
    if (sign === separator) {
      endCell();
      return false;
    }
    return sign === '\r' || sign === '\n' || { line, fault: 'stray-quote' };
  };

  return {
    *split(piece) {
      // The two signs of one line break may stand in two pieces.
      let at = endsWithReturn && piece.startsWith('\n') && isEmptyLine() ? 1 : 0;
      if (piece !== '') endsWithReturn = false;
      while (at < piece.length) {
        if (place === 'quoted') at = skipQuoted(piece, at);
        else if (place !== 'behind-quote') at = skipBare(piece, at);
        const over = overBounds();
        if (over) {
          yield over;
          return;
        }
        if (at === piece.length || place === 'quoted') continue;
        const sign = piece[at]!;
        const ends = takeSign(sign);
        if (typeof ends === 'object') {
          yield ends;
          return;
        }
        at += 1;
        if (!ends) continue;
        if (sign === '\r' && at === piece.length) endsWithReturn = true;
        else if (sign === '\r' && piece[at] === '\n') at += 1;
        if (isEmptyLine()) {
          emptyLines += 1;
          line += 1;
        } else yield endRecord();
      }
    },
    end() {
      if (place === 'quoted') return { line, fault: 'quote-not-closed' };
      return overBounds() ?? (isEmptyLine() ? undefined : endRecord());
    },
    emptyLines: () => ({ line, emptyLines }),
  };
}
