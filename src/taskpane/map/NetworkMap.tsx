// The network as a row of pictures, from the image to the logits: where one is, what is computed from what, and a way to each
// layer's cells.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LayerPicture } from '../../addin/layerPictures';
import type { Session } from '../../addin/session';
import type { NotebookState, Whereabouts } from '../../addin/state';
import { scaleColours, scaleOf } from '../../notebook/pictures/colourScale';
import { mapTexts } from '../../texts/pane/map';
import { Bitmap } from '../pictures/Bitmap';
import { SHEET_COLOURS } from '../pictures/sheetColours';
import { isAt } from './isAt';
import { Connectors } from './Connectors';
import { FRAME, MAP_GAP, MAP_SIZE } from './sizes';

const useStyles = makeStyles({
  row: { display: 'flex', margin: 0, padding: 0, listStyleType: 'none', overflowX: 'auto' },
  item: { display: 'flex', flexShrink: 0 },
  layer: {
    // Before the lines.
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXXS,
    padding: `${FRAME - 2}px`,
    border: '2px solid transparent',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontSize: tokens.fontSizeBase100,
    cursor: 'pointer',
  },
  here: allSides(tokens.colorBrandStroke1),
  maps: { display: 'flex', flexDirection: 'column', justifyContent: 'center', gap: `${MAP_GAP}px` },
  map: { height: `${MAP_SIZE}px`, border: `1px solid ${SHEET_COLOURS.gridline}`, boxSizing: 'border-box' },
  mapHere: allSides(tokens.colorBrandStroke1),
});

function allSides(colour: string) {
  return {
    borderTopColor: colour,
    borderRightColor: colour,
    borderBottomColor: colour,
    borderLeftColor: colour,
  };
}

interface NetworkMapProps {
  readonly session: Session;
  readonly layers: NotebookState['layers'];
  /** Where the selected cell is. */
  readonly at?: Whereabouts;
}

export function NetworkMap({ session, layers, at }: NetworkMapProps) {
  const styles = useStyles();
  const most = Math.max(...layers.map(({ maps }) => maps.length));
  const height = most * (MAP_SIZE + MAP_GAP) - MAP_GAP;
  const blockIn = ({ name }: LayerPicture) => (name === at?.layer ? at.block : undefined);
  return (
    <ul className={styles.row} aria-label={mapTexts.map}>
      {layers.map((layer, index) => (
        <li key={layer.name} className={styles.item}>
          {index > 0 && (
            <Connectors from={layers[index - 1]} to={layer} height={height} at={blockIn(layer)} />
          )}
          <button
            type="button"
            className={mergeClasses(styles.layer, layer.name === at?.layer && styles.here)}
            aria-label={mapTexts.layer(layer.name, layer.others)}
            aria-current={layer.name === at?.layer ? 'location' : undefined}
            onClick={() => void session.explaining.goToLayer(layer.name)}
          >
            <LayerMaps layer={layer} height={height} at={blockIn(layer)} />
            <span aria-hidden>
              {layer.name} {layer.others > 0 && mapTexts.others(layer.others)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface LayerMapsProps {
  readonly layer: LayerPicture;
  readonly height: number;
  /** Name of the block where the selected cell is, if it is this layer's. */
  readonly at?: string;
}

function LayerMaps({ layer: { maps, isNeverNegative }, height, at }: LayerMapsProps) {
  const styles = useStyles();
  return (
    <span className={styles.maps} style={{ height }} aria-hidden>
      {maps.map((map) => (
        <Bitmap
          key={map.name}
          className={mergeClasses(styles.map, isAt(map, at) && styles.mapHere)}
          colours={scaleColours(
            map.values,
            scaleOf(map.values, isNeverNegative ? 'sequential' : 'diverging'),
          )}
          height={map.height}
          width={map.width}
        />
      ))}
    </span>
  );
}
