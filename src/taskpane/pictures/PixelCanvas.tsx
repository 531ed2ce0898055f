import { useMemo, type CanvasHTMLAttributes } from 'react';
import { Bitmap } from './Bitmap';
import { pixelColours, type Pixels } from './pixelColours';

interface PixelCanvasProps extends Pixels, Omit<CanvasHTMLAttributes<HTMLCanvasElement>, 'height' | 'width'> {
  /** What it shows, for screen readers. */
  label: string;
}

/** An image. */
export function PixelCanvas({ pixels, channels, height, width, label, ...rest }: PixelCanvasProps) {
  const colours = useMemo(
    () => pixelColours({ pixels, channels, height, width }),
    [pixels, channels, height, width],
  );
  return <Bitmap role="img" aria-label={label} {...rest} {...{ colours, height, width }} />;
}
