import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { chunk, linearLight, pngFile } from '../support/pngFile';

// Pictures as cameras and other programs write them; what Pillow (convert('L')), OpenCV and torchvision read of them.
let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
  await excel.choose('New', 'Tiny');
});
afterAll(() => excel.close());

const SIDE = 6;
const square = <T>(cell: (row: number, column: number) => T) =>
  Array.from({ length: SIDE }, (_, row) => Array.from({ length: SIDE }, (_, column) => cell(row, column)));
/** 0 … 255, each another one. */
const RAMP = square((row, column) => 7 * (SIDE * row + column));

/** A JPEG file whose left half is black and whose right half is white, which is to be shown turned to the right. */
async function turnedJpeg(): Promise<Buffer> {
  const base64 = await excel.page.evaluate((side) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side, side);
    context.fillStyle = '#000';
    context.fillRect(0, 0, side / 2, side);
    return canvas.toDataURL('image/jpeg', 1).split(',')[1];
  }, SIDE);
  const jpeg = Buffer.from(base64, 'base64');
  // Exif, big-endian, one entry: orientation (0x0112), of type short, is 6.
  const exif = Buffer.from(
    '457869660000' + '4d4d002a00000008' + '0001' + '0112' + '0003' + '00000001' + '00060000' + '00000000',
    'hex',
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
}

test('pictures with colour profiles, 16 bits, palettes and rotation have the pixels that their files say', async () => {
  const twice = (value: number) => [value, 255 - value];
  const files = {
    'diagonal_1.png': pngFile({ type: 'grey', depth: 8, width: SIDE, rows: RAMP, chunks: [linearLight()] }),
    'diagonal_2.png': pngFile({
      type: 'grey',
      depth: 16,
      width: SIDE,
      rows: RAMP.map((row) => row.flatMap(twice)),
    }),
    'horizontal_1.png': pngFile({
      type: 'palette',
      depth: 8,
      width: SIDE,
      rows: RAMP,
      chunks: [
        chunk('PLTE', Buffer.from(Array.from({ length: 256 }, (_, at) => Array(3).fill(255 - at)).flat())),
      ],
    }),
    'horizontal_2.png': pngFile({
      type: 'rgb',
      depth: 8,
      width: SIDE,
      rows: RAMP.map((row) => row.flatMap((value) => [value, value, value])),
      chunks: [linearLight()],
    }),
    'vertical_1.png': pngFile({
      type: 'greyAlpha',
      depth: 8,
      width: SIDE,
      rows: RAMP.map((row) => row.flatMap((value) => [value, 255])),
    }),
    'vertical_2.jpg': await turnedJpeg(),
  };
  await excel.pane.getByRole('tab', { name: 'Images' }).click();
  await excel.pane
    .locator('input[type=file]')
    .first()
    .setInputFiles(
      Object.entries(files).map(([name, buffer]) => ({
        name,
        mimeType: name.endsWith('png') ? 'image/png' : 'image/jpeg',
        buffer,
      })),
    );
  await excel.pane.getByText('draws its images from "pictures"').waitFor();
  await excel.pane.getByRole('button', { name: 'Show on a sheet' }).click();
  await excel.settled();
  const rows = await excel.read('B5:AL10', 'Tiny data');
  expect(rows.map(([label]) => label)).toEqual([
    'diagonal',
    'diagonal',
    'horizontal',
    'horizontal',
    'vertical',
    'vertical',
  ]);
  const [gamma, deep, palette, colour, opaque, turned] = rows.map((row) => row.slice(1) as number[]);
  const ramp = RAMP.flat();
  expect(gamma).toEqual(ramp);
  // The upper byte, as OpenCV has it.
  expect(deep).toEqual(ramp);
  expect(palette).toEqual(ramp.map((value) => 255 - value));
  expect(colour).toEqual(ramp);
  expect(opaque).toEqual(ramp);
  // As it is seen, and as OpenCV reads it; Pillow only after exif_transpose.
  for (const pixel of turned.slice(0, 3 * SIDE)) expect(pixel).toBeLessThan(40);
  for (const pixel of turned.slice(3 * SIDE)) expect(pixel).toBeGreaterThan(215);
  expect(excel.errors).toEqual([]);
});
