import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { LayerPicture } from '../../addin/layerPictures';
import { isAt } from './isAt';
import { FRAME, MAP_GAP, MAP_SIZE } from './sizes';

/** Between two layers, in pixels. */
const WIDTH = 16;
/** So far a line goes on towards a map, and ends behind it: a layer may be as wide as its name. */
const REACH = 16;

const useStyles = makeStyles({
  connectors: {
    flexShrink: 0,
    marginTop: `${FRAME}px`,
    overflow: 'visible',
    fill: 'none',
    stroke: 'currentColor',
  },
  line: { strokeOpacity: 0.3 },
  toHere: { strokeOpacity: 1, strokeWidth: '1.5px' },
});

interface ConnectorsProps {
  readonly from: LayerPicture;
  readonly to: LayerPicture;
  /** Of the maps of both, in pixels. */
  readonly height: number;
  /** Name of the block where the selected cell is, if it is the second layer's. */
  readonly at?: string;
}

/** Lines between the pictures of two layers: from each map to those that are computed from it. */
export function Connectors({ from, to, height, at }: ConnectorsProps) {
  const styles = useStyles();
  const y = ({ maps }: LayerPicture, index: number) =>
    height / 2 + (index - (maps.length - 1) / 2) * (MAP_SIZE + MAP_GAP);
  return (
    <svg className={styles.connectors} width={WIDTH} height={height} aria-hidden>
      {to.maps.flatMap((map, target) =>
        from.maps.map(
          ({ name }, source) =>
            map.reads.includes(name) && (
              <path
                key={`${name} ${map.name}`}
                className={mergeClasses(styles.line, isAt(map, at) && styles.toHere)}
                d={connector(y(from, source), y(to, target))}
              />
            ),
        ),
      )}
    </svg>
  );
}

function connector(y1: number, y2: number): string {
  return `M ${-REACH} ${y1} H 0 L ${WIDTH} ${y2} H ${WIDTH + REACH}`;
}
