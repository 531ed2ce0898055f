import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const darkQuery = '(prefers-color-scheme: dark)';

/** Light or dark as Office says, or, where Office does not say (on the web), as the system does. */
export function useTheme(): Theme {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const media = window.matchMedia(darkQuery);
    const update = () => setDark(isDark());
    media.addEventListener('change', update);
    return () => media.removeEventListener('change', update);
  }, []);
  return dark ? webDarkTheme : webLightTheme;
}

function isDark(): boolean {
  // Typed as always there; on the web it is not.
  const background = (Office.context?.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor;
  return background ? luminance(background) < 0.5 : window.matchMedia(darkQuery).matches;
}

/** 0 for black to 1 for white, of a colour such as "#262626". */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
