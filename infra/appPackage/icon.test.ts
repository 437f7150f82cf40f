/** The icons are of the size and transparency that Teams asks for, looked up in their pixels. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** One row of red, green, blue and (where the picture has it) alpha after the other. */
  readonly pixels: readonly (readonly number[])[];
}

/** The predictors of PNG's filters 0 to 4, from the byte to the left, the one above and the one above that to the left. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const nearest = [left, above, corner].reduce((best, one) =>
    Math.abs(estimate - one) < Math.abs(estimate - best) ? one : best,
  );
  return [0, left, above, Math.floor((left + above) / 2), nearest][filter] ?? 0;
}

function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const kind = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    chunks.set(kind, Buffer.concat([chunks.get(kind) ?? Buffer.alloc(0), data]));
  }
  return chunks;
}

/** Reads a PNG of eight bits a channel, not interlaced, with or without alpha: what `npm run icons` writes. */
function readPng(name: string): Picture {
  const chunks = chunksOf(readFileSync(join(__dirname, name)));
  const header = chunks.get('IHDR')!;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = header[9] === 6 ? 4 : 3;
  const data = inflateSync(chunks.get('IDAT')!);
  const bytes = new Uint8Array(width * height * channels);
  const stride = width * channels;
  for (let at = 0; at < bytes.length; at++) {
    const [row, column] = [Math.floor(at / stride), at % stride];
    const left = column < channels ? 0 : bytes[at - channels]!;
    const above = row === 0 ? 0 : bytes[at - stride]!;
    const corner = column < channels || row === 0 ? 0 : bytes[at - stride - channels]!;
    bytes[at] = data[row * (stride + 1) + 1 + column]! + predicted(data[row * (stride + 1)]!, left, above, corner);
  }
  const pixels = Array.from({ length: width * height }, (_none, at) => [
    ...bytes.slice(at * channels, (at + 1) * channels),
  ]);
  return { width, height, pixels };
}

describe('color.png', () => {
  const { width, height, pixels } = readPng('color.png');

  it('is 192 by 192 pixels, opaque to the corners', () => {
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.filter(([, , , alpha = 255]) => alpha < 255)).toEqual([]);
  });

  it('shows a wreath the same on its left and its right', () => {
    const lightAt = (at: number) => pixels[at]!.slice(0, 3).reduce((sum, channel) => sum + channel, 0) > 500;
    const light = pixels.map((_pixel, at) => lightAt(at));
    const share = light.filter(Boolean).length / light.length;
    const unlike = light.filter((one, at) => one !== light[at - (at % width) + (width - 1 - (at % width))]);

    expect(share).toBeGreaterThan(0.1);
    expect(unlike.length).toBeLessThan(light.length / 25);
  });
});

describe('outline.png', () => {
  const { width, height, pixels } = readPng('outline.png');
  const visible = pixels.filter(([, , , alpha]) => alpha !== 0);

  it('is 32 by 32 pixels', () => {
    expect([width, height]).toEqual([32, 32]);
  });

  it('is white on transparent ground', () => {
    expect(visible.filter(([red, green, blue]) => Math.min(red!, green!, blue!) < 250)).toEqual([]);
    expect(visible.length).toBeGreaterThan(pixels.length / 10);
    expect(visible.length).toBeLessThan(pixels.length / 2);
  });
});
