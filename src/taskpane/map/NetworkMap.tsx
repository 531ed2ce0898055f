// The network as a row of pictures, from the image to the logits: where one is, and a way to each layer's cells.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LayerPicture } from '../../addin/layerPictures';
import type { Session } from '../../addin/session';
import type { NotebookState } from '../../addin/state';
import { scaleColours, scaleOf } from '../../notebook/pictures/colourScale';
import { mapTexts } from '../../texts/pane/map';
import { Bitmap } from '../pictures/Bitmap';
import { SHEET_COLOURS } from '../pictures/sheetColours';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowX: 'auto',
  },
  layer: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalXXS,
    border: '2px solid transparent',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontSize: tokens.fontSizeBase100,
    cursor: 'pointer',
  },
  here: { borderTopColor: tokens.colorBrandStroke1, ...allSides(tokens.colorBrandStroke1) },
  maps: { display: 'flex', alignItems: 'center', gap: '2px', height: '30px' },
  map: { height: '30px', border: `1px solid ${SHEET_COLOURS.gridline}`, boxSizing: 'border-box' },
});

function allSides(colour: string) {
  return { borderRightColor: colour, borderBottomColor: colour, borderLeftColor: colour };
}

interface NetworkMapProps {
  readonly session: Session;
  readonly layers: NotebookState['layers'];
  /** Name of the layer in whose cells the selection is. */
  readonly at?: string;
}

export function NetworkMap({ session, layers, at }: NetworkMapProps) {
  const styles = useStyles();
  return (
    <ul className={styles.row} aria-label={mapTexts.map}>
      {layers.map((layer) => (
        <li key={layer.name}>
          <button
            type="button"
            className={mergeClasses(styles.layer, layer.name === at && styles.here)}
            aria-label={mapTexts.layer(layer.name, layer.others)}
            aria-current={layer.name === at ? 'location' : undefined}
            onClick={() => void session.explaining.goToLayer(layer.name)}
          >
            <LayerMaps layer={layer} />
            <span aria-hidden>{layer.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function LayerMaps({ layer: { maps, others, isNeverNegative } }: { layer: LayerPicture }) {
  const styles = useStyles();
  return (
    <span className={styles.maps} aria-hidden>
      {maps.map(({ values, height, width }, index) => (
        <Bitmap
          key={index}
          className={styles.map}
          colours={scaleColours(values, scaleOf(values, isNeverNegative ? 'sequential' : 'diverging'))}
          {...{ height, width }}
        />
      ))}
      {others > 0 && mapTexts.others(others)}
    </span>
  );
}
