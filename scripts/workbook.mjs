// npm run workbook -- --start lesson-4 --formulas --out lesson4.xlsx
//
// Writes a notebook to an .xlsx file: Excel with the add-in goes on from it, and without the add-in it shows its numbers, or
// computes them by its formulas.
//   --start NAME   which notebook; --list says which there are
//   --formulas     live formulas instead of values
//   --steps N      trained by so many steps
//   --epochs N     and so many epochs, with their log and its charts
//   --out FILE      .xlsx; with the ending .json, what the embedded workbook opens for a first visitor
import fs from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openMaker } from './workbook-maker.mjs';

const USAGE =
  'npm run workbook -- --start lesson-4 [--formulas] [--steps 10] [--epochs 1] --out lesson4.xlsx    (--list: all starts)';

const options = readOptions();
try {
  const { starts, makeFile, makeDocument } = await openMaker();
  if (options.list) for (const [name, { about }] of starts) console.log(`${name.padEnd(24)} ${about}`);
  else {
    const bytes = await (options.out.endsWith('.json') ? makeDocument : makeFile)(options);
    await fs.writeFile(options.out, bytes);
    console.log(`${options.out}: ${Math.round(bytes.length / 1000)} KB`);
  }
} catch (error) {
  fail(error.message);
}
// The window without a screen would keep the program alive.
process.exit();

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        start: { type: 'string', default: 'lesson-4' },
        formulas: { type: 'boolean', default: false },
        steps: { type: 'string', default: '0' },
        epochs: { type: 'string', default: '0' },
        out: { type: 'string' },
        list: { type: 'boolean', default: false },
      },
    });
    const [steps, epochs] = [values.steps, values.epochs].map(wholeNumber);
    if (!values.out && !values.list) throw new Error('--out FILE is missing');
    return { ...values, steps, epochs };
  } catch (error) {
    return fail(`${error.message}\n${USAGE}`);
  }
}

function wholeNumber(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`"${text}" is no whole number`);
  return number;
}

/** @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
