import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Flat } from '../../notebook/explain/explanation';
import { explainTexts } from '../../texts/pane/explain';
import { Bitmap } from '../pictures/Bitmap';
import { SHEET_COLOURS } from '../pictures/sheetColours';
import { stripColours } from './stripColours';

const useStyles = makeStyles({
  strip: {
    position: 'relative',
    height: '22px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflow: 'hidden',
  },
  canvas: { width: '100%', height: '100%' },
  boundary: { position: 'absolute', top: 0, bottom: 0, width: '1px', backgroundColor: SHEET_COLOURS.text },
  mark: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    minWidth: '4px',
    boxSizing: 'border-box',
    border: `2px solid ${SHEET_COLOURS.marked}`,
  },
  channels: { display: 'flex', fontSize: tokens.fontSizeBase100, color: tokens.colorNeutralForeground2 },
  channel: { flex: '1 1 0', textAlign: 'center', overflow: 'hidden', whiteSpace: 'nowrap' },
});

/** The most maps whose names fit below the strip. */
const MOST_NAMED = 16;

/** A flattened vector as a thin picture, marking where each map begins and the selected number. */
export function FlatStrip({ flat }: { flat: Flat }) {
  const styles = useStyles();
  const { values, channels, index, reader, word } = flat;
  const colours = useMemo(() => stripColours(values), [values]);
  const percent = (part: number) => `${(100 * part).toFixed(3)}%`;
  const numbers = Array.from({ length: channels }, (_, channel) => channel);
  return (
    <div>
      <Text size={200} block weight="semibold">
        {explainTexts.flattened(reader)}
      </Text>
      <div className={styles.strip} role="img" aria-label={flat.text}>
        <Bitmap className={styles.canvas} colours={colours} height={1} width={colours.length / 4} />
        {numbers.slice(1).map((channel) => (
          <div key={channel} className={styles.boundary} style={{ left: percent(channel / channels) }} />
        ))}
        <div
          className={styles.mark}
          style={{ left: percent(index / values.length), width: percent(1 / values.length) }}
        />
      </div>
      {channels <= MOST_NAMED && (
        <div className={styles.channels} aria-hidden>
          {numbers.map((channel) => (
            <span key={channel} className={styles.channel}>
              {channels > 8 ? channel + 1 : explainTexts.flattenedMap(word, channel + 1)}
            </span>
          ))}
        </div>
      )}
      <Text size={200} block>
        {flat.text}
      </Text>
    </div>
  );
}
