import { pngScale } from '../../../notebook/pictures/pngSize';
import type { Picture } from '../../../notebook/pictures/svg';

/** A picture in pixels, with the same as an address that a page can show. */
export interface Png {
  readonly blob: Blob;
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a picture at the resolution of a slide. It goes by way of a data: address, which the pane's policy lets in.
 * @throws Error where the browser cannot draw it
 */
export async function rasterise(picture: Picture): Promise<Png> {
  const scale = pngScale(picture);
  const [width, height] = [picture.width, picture.height].map((side) => Math.round(side * scale));
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')!.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The canvas gave no picture');
  return { blob, address: await dataAddress(blob), width, height };
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read'));
    reader.readAsDataURL(blob);
  });
}
