// What draws pictures, loaded when one is first asked for.
export { lossPicture } from '../../../notebook/pictures/lossPicture';
export { blockPicture, pagePicture } from '../../../notebook/pictures/sheetPicture';
