import { modelSheetTexts } from '../../../texts/excel/model';

/** A model sheet whose table was damaged. In a file of its own, since whoever tells of it needs no more of the table. */
export class ModelSheetError extends Error {
  constructor(sheet: string) {
    super(modelSheetTexts.damaged(sheet));
  }
}
