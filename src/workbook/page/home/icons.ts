/** Pictures for the buttons of the tab Home: lines in a square of 16 by 16. */
const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H7',
  redo: 'M10 3l3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 8h2',
  paste: 'M5.5 3H3v11h10V3h-2.5M5.5 2h5v2.5h-5zM5.5 8h5M5.5 11h5',
  cut: 'M4 2l7 9M12 2 5 11M5.2 12.5a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0zM14.2 12.5a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0z',
  copy: 'M5.5 5.5h8v9h-8zM10.5 5V2h-8v9H5',
  bold: 'M4.5 2.5h4.2a2.6 2.6 0 0 1 0 5.2H4.5zM4.5 7.7h5a2.9 2.9 0 0 1 0 5.8h-5zM5.3 2.5v11',
  fill: 'M7 2.5 2.5 7 7 11.5 11.5 7zM7 2.5 5.5 1M12.8 8.5c1 1.4 1 2.5 0 2.5s-1-1.1 0-2.5M2 14.5h12',
  font: 'M3.5 11 8 1.5 12.5 11M5.2 7.5h5.6M2 14.5h12',
  format: 'M2 4h3v8M2 12h5M10 4h4l-3 4c4 0 4 4 0 4',
  moreDecimals:
    'M1.5 12h.01M4 6.5a1.5 2.5 0 0 1 3 0v3a1.5 2.5 0 0 1-3 0zM9 6.5a1.5 2.5 0 0 1 3 0v3a1.5 2.5 0 0 1-3 0zM13 2.5h3M14.5 1v3',
  fewerDecimals: 'M2.5 12h.01M6 6.5a1.5 2.5 0 0 1 3 0v3a1.5 2.5 0 0 1-3 0zM12 2.5h3',
  insertRows: 'M2 9h12v5H2zM8 9v5M8 1v6M5 4h6',
  deleteRows: 'M2 9h12v5H2zM8 9v5M5 4h6',
  insertColumns: 'M9 2h5v12H9zM9 8h5M1 8h6M4 5v6',
  deleteColumns: 'M9 2h5v12H9zM9 8h5M1 8h6',
  ascending: 'M5 2v12M2.5 11.5 5 14l2.5-2.5M9 4h2M9 8h3.5M9 12h5',
  descending: 'M5 2v12M2.5 11.5 5 14l2.5-2.5M9 4h5M9 8h3.5M9 12h2',
  findNext: 'M10.5 6.5a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM9.5 9.5l4.5 4.5',
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGSVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  for (const [key, value] of Object.entries({ viewBox: '0 0 16 16', width: '18', height: '18' }))
    picture.setAttribute(key, value);
  picture.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', PATHS[name]);
  path.setAttribute('class', 'home-icon');
  picture.append(path);
  return picture;
}
