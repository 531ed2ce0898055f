import { inLanguage } from '../language';

/** Pictures that are read: what is wrong with them, and what they are called. */
export const picturesTexts = inLanguage({
  en: {
    /** As messages name them, and the image set of pictures that lie in no folder. */
    thePictures: 'The pictures',
    setName: 'pictures',
    noFiles:
      'Found no files; expected PNG or JPEG pictures, or a folder with a folder of them for each class.',
    noPictures: (file: string) =>
      `Found no picture among the files (${file} …); expected PNG or JPEG pictures, or a folder with a folder of ` +
      'them for each class.',
    undecodable: (path: string) =>
      `${path} cannot be decoded as a picture. It may be damaged, or of a kind this browser cannot read; ` +
      'save it as ' +
      'PNG or leave it out.',
    noCanvas: 'This browser has no canvas to decode pictures with. Try another browser.',
  },
});
