/** The colours that number formats give, such as `0.0;-0.0;[Color48]0`: Univer shows only those of negative numbers. */
import { InterceptorEffectEnum } from '@univerjs/core';
import { InterceptCellContentPriority, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { formatColor } from 'numfmt';
import type { Grid } from './grid';

export function showFormatColours({ injector }: Grid): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    // After Univer has put the number's text in its place.
    priority: InterceptCellContentPriority.NUMFMT - 1,
    handler(cell, { rawData, workbook }, next) {
      const value = rawData?.v;
      if (!cell || typeof value !== 'number' || value < 0 || !rawData?.s) return next(cell);
      const rgb = colourOf(workbook.getStyles().get(rawData.s)?.n?.pattern, value);
      return next(
        rgb === undefined ? cell : { ...cell, interceptorStyle: { ...cell.interceptorStyle, cl: { rgb } } },
      );
    },
  });
}

function colourOf(pattern: string | undefined, value: number): string | undefined {
  // Most formats have no brackets.
  if (!pattern?.includes('[')) return undefined;
  const colour = formatColor(pattern, value);
  return typeof colour === 'string' ? colour : undefined;
}
