/** @jest-environment jsdom */
import { blockPicture, pagePicture } from '../../../src/notebook/pictures/sheetPicture';
import { aBlock, aSheet, parsed, paths, texts } from './support';

const picture = (numbers = false) => ({ title: 'conv1, map 1', numbers });
const RAMP = [0, 1, 2, 2, 1, 0];

test('a block is its title over its cells, in the colours of the sheet; equal neighbours are one rectangle', () => {
  const block = aBlock();
  const { svg, width, height } = blockPicture(aSheet(block), block, {
    ...picture(),
    contentsOf: () => [0, 0, 4, 2, 4, 4],
  });
  // Three columns of 28 pixels, 12 at either side. The title has 12 letters of 0.55 of its size: 84 / 6.6 = 12.727.
  expect([width, height]).toEqual([108, 83.09]);
  expect(svg).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="108" height="83.09" viewBox="0 0 108 83.09" ' +
      'font-family="Calibri, Carlito, \'Segoe UI\', Arial, sans-serif">' +
      '<title>conv1, map 1</title><rect width="108" height="83.09" fill="#FFFFFF"/>' +
      '<g transform="translate(12 12)" shape-rendering="crispEdges">' +
      '<text y="6.36" font-size="12.73" font-weight="bold" fill="#262626" dominant-baseline="central">conv1, map 1</text>' +
      '<g transform="translate(0 19.09)"><g><title>conv1, map 1</title>' +
      '<path fill="#FCFCFF" d="M0 0h56v20h-56z"/>' +
      '<path fill="#F8696B" d="M56 0h28v20h-28zM28 20h56v20h-56z"/>' +
      // Half way from FC FC FF to F8 69 6B.
      '<path fill="#FAB3B5" d="M0 20h28v20h-28z"/>' +
      '</g></g></g></svg>',
  );
});

test('numbers stand in coloured cells only when they are wanted, as the sheet shows them', () => {
  const block = aBlock();
  const made = (numbers: boolean) =>
    blockPicture(aSheet(block), block, { ...picture(numbers), contentsOf: () => RAMP });
  expect(texts(made(false).svg)).toEqual(['conv1, map 1']);
  expect(texts(made(true).svg)).toEqual(['conv1, map 1', '0', '1.0', '2.0', '2.0', '1.0', '0']);
});

test('a number that is too long for its cell is written smaller, and left out where nobody could read it', () => {
  const block = aBlock({ scale: undefined, format: '0.0000' });
  const made = (value: number) =>
    blockPicture(aSheet(block), block, { ...picture(), contentsOf: () => [value, 0, 0, 0, 0, 0] });
  const [, first] = [...parsed(made(-12.5).svg).querySelectorAll('text')];
  expect(first.textContent).toBe('-12.5000');
  // 24 of 28 pixels for 8 characters of 0.55 of the size.
  expect(first.getAttribute('font-size')).toBe('5.45');
  expect(texts(made(-123456.5).svg)).not.toContain('-123456.5000');
});

test('a spread block has colours in its own cells and none between', () => {
  const block = aBlock({ rect: { row: 0, column: 0, rows: 3, columns: 3 }, jump: 2 });
  const { svg } = blockPicture(aSheet(block), block, { ...picture(), contentsOf: () => [0, 0, 1, 1] });
  expect(paths(svg)).toEqual({
    '#FCFCFF': 'M0 0h28v20h-28zM56 0h28v20h-28z',
    '#F8696B': 'M0 40h28v20h-28zM56 40h28v20h-28z',
  });
});

test('around 0: blue below, red above; a frame, and yellow where there is no scale to type over', () => {
  const weights = aBlock({ scale: 'diverging', framed: true, editable: true });
  const contentsOf = () => [-2, -2, -2, 0, 0, 4];
  expect(paths(blockPicture(aSheet(weights), weights, { ...picture(), contentsOf }).svg)).toEqual({
    '#8DB4E2': 'M0 0h84v20h-84z',
    '#FCFCFF': 'M0 20h56v20h-56z',
    '#F8696B': 'M56 20h28v20h-28z',
    'none#7F7F7F': 'M0 0h84v40h-84z',
  });
  const target = aBlock({ scale: undefined, editable: true });
  expect(paths(blockPicture(aSheet(target), target, { ...picture(), contentsOf: () => RAMP }).svg)).toEqual({
    '#FFFBEA': 'M0 0h84v40h-84z',
  });
});

test('a number that is none has the light colour, and the text of the sheet', () => {
  const block = aBlock();
  const { svg } = blockPicture(aSheet(block), block, {
    ...picture(true),
    contentsOf: () => [NaN, Infinity, 1, 0, 0, 0],
  });
  expect(texts(svg).slice(1, 3)).toEqual(['#NUM!', '#NUM!']);
  expect(paths(svg)).toEqual({
    '#FCFCFF': 'M0 0h56v20h-56zM0 20h84v20h-84z',
    '#F8696B': 'M56 0h28v20h-28z',
  });
});

test('a page has its blocks and labels where the sheet has them', () => {
  const { svg, width, height } = pagePicture(aSheet(aBlock()), {
    ...picture(),
    contentsOf: () => RAMP,
  });
  // Columns A to E of 28 pixels, rows 1 to 3 of 20, and 12 around.
  expect([width, height]).toEqual([164, 84]);
  const heading = parsed(svg).querySelector('text')!;
  expect([heading.textContent, heading.getAttribute('x'), heading.getAttribute('font-weight')]).toEqual([
    'Conv1',
    '58',
    'bold',
  ]);
  expect(paths(svg)['#FCFCFF']).toBe('M56 20h28v20h-28zM112 40h28v20h-28z');
});

test('a message that runs over the cells beside it is on the page to its end', () => {
  const words = 'A message of more letters than its own cell could ever hold';
  const message = aBlock({ role: 'message', scale: undefined, small: false, format: '@' });
  const one = { ...message, rect: { row: 1, column: 0, rows: 1, columns: 1 } };
  const { svg, width } = pagePicture(aSheet(one), { ...picture(), contentsOf: () => words });
  expect(texts(svg)).toContain(words);
  expect(width).toBeGreaterThan(24 + 0.5 * 14 * words.length);
});

test('text never becomes markup, and what no document may contain is left out', () => {
  const evil = '</text><script>alert("1" & \'2\')</script>\u0000\u0008\uFFFF\uD800 ]]> &amp; 😀';
  const word = aBlock({ role: 'predicted', scale: undefined, title: evil });
  const { svg } = blockPicture(aSheet(word), word, { ...picture(), title: evil, contentsOf: () => evil });
  const document = parsed(svg);
  expect(document.querySelector('script')).toBeNull();
  const shown = '</text><script>alert("1" & \'2\')</script> ]]> &amp; 😀';
  expect(document.querySelector('title')!.textContent).toBe(shown);
  expect(texts(svg)[0]).toBe(shown);
});
