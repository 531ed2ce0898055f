import { useState } from 'react';
import type { PictureChoice } from '../../../addin/commands/pictures/pictureCommands';
import type { Session } from '../../../addin/session';
import { fileName } from '../../../notebook/pictures/fileName';
import type { Picture } from '../../../notebook/pictures/svg';
import { picturesTexts } from '../../../texts/pane/see/pictures';
import { saveFile } from '../../saveFile';
import { copyPicture } from './copyPicture';
import { rasterise, type Png } from './rasterise';

/** What has become of a picture, and the picture, for whoever has to copy it by hand. */
export interface Made {
  readonly message: string;
  readonly picture: Picture;
  readonly png?: Png;
}

interface PictureActions {
  /** The picture made last; undefined if there is none yet, or it was refused. */
  readonly made?: Made;
  copy(choice: PictureChoice): Promise<void>;
  savePng(choice: PictureChoice): Promise<void>;
  saveSvg(choice: PictureChoice): Promise<void>;
}

/** Makes pictures, and hands them over. */
export function usePicture({ pictures }: Session): PictureActions {
  const [made, setMade] = useState<Made>();

  /** Nothing comes of a picture that was refused: the pane's messages say why. */
  async function show(
    picture: Picture | undefined,
    drawing: Promise<Png | undefined>,
    say: (png: Png) => string,
  ): Promise<void> {
    const png = await drawing.catch(() => undefined);
    const message = png ? say(png) : picturesTexts.notDrawn;
    setMade(picture && { picture, png, message });
  }

  return {
    made,
    async copy(choice) {
      const drawn = pictures.draw(choice);
      const drawing = drawn.then((picture) => picture && rasterise(picture));
      const isCopied = await copyPicture(
        drawing.then((png) => png?.blob ?? Promise.reject(new Error('None'))),
      );
      await show(await drawn, drawing, ({ width, height }) =>
        isCopied ? picturesTexts.copied(width, height) : picturesTexts.notCopied,
      );
    },
    async savePng(choice) {
      const picture = await pictures.draw(choice);
      const drawing = picture ? rasterise(picture) : Promise.resolve(undefined);
      await show(picture, drawing, ({ blob }) => saved(picture!, 'png', blob));
    },
    async saveSvg(choice) {
      const picture = await pictures.draw(choice);
      if (!picture) return setMade(undefined);
      const message = saved(picture, 'svg', new Blob([picture.svg], { type: 'image/svg+xml' }));
      setMade({ picture, message, png: await rasterise(picture).catch(() => undefined) });
    },
  };
}

function saved({ title }: Picture, kind: 'png' | 'svg', content: Blob): string {
  const name = fileName(title, kind);
  saveFile(name, content);
  return picturesTexts.saved(name);
}
