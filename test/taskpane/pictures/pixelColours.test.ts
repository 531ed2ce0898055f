import { pixelColours } from '../../../src/taskpane/pictures/pixelColours';

test('of one channel, ink is dark on light paper', () => {
  const colours = pixelColours({ pixels: [0, 1], channels: 1, height: 1, width: 2 });
  expect([...colours]).toEqual([255, 255, 255, 255, 35, 35, 35, 255]);
});

test('three channels are red, green and blue as they are', () => {
  // [channels, height, width]: two pixels of red, of green, of blue.
  const colours = pixelColours({ pixels: [1, 0, 0, 1, 0, 0.2], channels: 3, height: 1, width: 2 });
  expect([...colours]).toEqual([255, 0, 0, 255, 0, 255, 51, 255]);
});

test('what was typed beyond 0 to 1 is shown as the nearest there is', () => {
  const colours = pixelColours({ pixels: [9, -3], channels: 1, height: 1, width: 2 });
  expect([colours[0], colours[4]]).toEqual([0, 255]);
});

test('of two channels the first is shown', () => {
  const colours = pixelColours({ pixels: [1, 0], channels: 2, height: 1, width: 1 });
  expect([...colours]).toEqual([35, 35, 35, 255]);
});
