/** A slide's width, in pixels: no picture has fewer across, unless it would be larger than canvases are. */
const SLIDE_WIDTH = 1920;

/**
 * The most that a canvas holds in every web view that Excel has: Safari's of an iPhone takes 16,777,216 pixels, all
 * others more, and none is longer than 16,384 (https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/canvas#maximum_canvas_size).
 */
const MOST_PIXELS = 16_777_216;
const LONGEST_SIDE = 16_384;

/**
 * By how much a picture is enlarged, so that it is sharp on a slide: as far as a slide is wide, never below its own size,
 * as long as a canvas holds it.
 */
export function pngScale({ width, height }: { readonly width: number; readonly height: number }): number {
  const wanted = Math.max(1, SLIDE_WIDTH / width);
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)), LONGEST_SIDE / Math.max(width, height));
}
