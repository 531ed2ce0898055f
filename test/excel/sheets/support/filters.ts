import { inWorkbook } from '../../../../src/excel/context';
import type { FilterPage, Patch } from '../../../../src/excel/sheets/filters/filterCells';
import { drawFilters } from '../../../../src/excel/sheets/filters/filterSheet';

/** One convolution of 2×2 over one channel, with two filters, of which the second is excited by two images only. */
export function twoFilters(change: Partial<FilterPage> = {}): FilterPage {
  return {
    heading: 'What they look for',
    notes: ['Searched: some.'],
    letters: 7,
    lines: 1,
    layers: [
      {
        name: 'conv1',
        about: '2 filters of 2×2',
        kernel: { rows: 2, columns: 2 },
        patch: { rows: 2, columns: 2 },
        filters: [
          {
            name: 'filter 1',
            matrices: [{ channel: 1, weights: [-0.5, 0, 0.25, 0.1] }],
            patches: Array.from({ length: 9 }, (_, index) => patch(9 - index, index + 1)),
          },
          {
            name: 'filter 2',
            matrices: [{ channel: 1, weights: [1, 2, 3, 4] }],
            patches: [
              patch(0.125, 77),
              { ...patch(0.1, 4), label: 'dog', pixels: [undefined, 1, undefined, 0] },
            ],
          },
        ],
      },
    ],
    ...change,
  };
}

export function patch(activation: number, image: number): Patch {
  return { activation, image, label: '7', pixels: [0, 0.5, 0.75, 1] };
}

export function show(title: string, place: string | undefined, page: FilterPage): Promise<string> {
  return inWorkbook((context) => drawFilters(context, place, title, page));
}
