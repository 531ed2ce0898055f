import { fileName } from '../../../src/notebook/pictures/fileName';
import { pngScale } from '../../../src/notebook/pictures/pngSize';

test.each([
  ['Lesson 4: conv1, map 1', 'Lesson 4 conv1, map 1.png'],
  ['a<b>"c"|d?', 'a b c d.png'],
  ['../../etc/passwd', 'etc passwd.png'],
  ['..', 'Cellvolution.png'],
  ['', 'Cellvolution.png'],
  ['con', 'con_.png'],
  ['Lesson 4 ∂: 数字 é', 'Lesson 4 ∂ 数字 é.png'],
  ['tab\tline\nnul\u0000', 'tab line nul.png'],
])('the picture of %j is the file %j', (title, name) => {
  expect(fileName(title, 'png')).toBe(name);
});

test('a very long title gives a name that every system takes', () => {
  expect(fileName('😀'.repeat(300), 'svg')).toBe(`${'😀'.repeat(100)}.svg`);
});

test('a picture is as wide as a slide at least, and no larger than canvases are', () => {
  expect(pngScale({ width: 480, height: 270 })).toBe(4);
  expect(pngScale({ width: 4200, height: 1200 })).toBe(1);
  const { width, height } = { width: 4000, height: 12_000 };
  const scale = pngScale({ width, height });
  expect(scale).toBeLessThan(1);
  expect(width * scale * height * scale).toBeCloseTo(16_777_216, 0);
  expect(pngScale({ width: 10, height: 2000 }) * 2000).toBeLessThanOrEqual(16_384);
});
