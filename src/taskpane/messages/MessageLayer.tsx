import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import { frameTexts } from '../../texts/pane/frame';
import { useFarEdge } from './useFarEdge';
import { useFocusGoesBack } from './useFocusGoesBack';
import { useRoom } from './useRoom';

const useStyles = makeStyles({
  layer: {
    position: 'fixed',
    left: tokens.spacingHorizontalM,
    right: tokens.spacingHorizontalM,
    zIndex: 2,
    boxSizing: 'border-box',
    maxHeight: '50vh',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    ':empty': { display: 'none' },
    // They scroll rather than lie over each other.
    '& > *': { flexShrink: 0 },
  },
  top: { top: tokens.spacingVerticalS },
  bottom: { bottom: tokens.spacingVerticalS },
  // Below all else, so that what a message covers can be scrolled out from under it.
  room: { order: 1, flexShrink: 0 },
});

interface MessageLayerProps {
  /** All that is said: another text is another message. */
  readonly said: string;
  readonly children: ReactNode;
  onEscape(): void;
}

/** Lies over the pane and moves nothing in it. */
export function MessageLayer({ said, children, onEscape }: MessageLayerProps) {
  const styles = useStyles();
  const layer = useRef<HTMLDivElement>(null);
  const edge = useFarEdge(layer, said);
  const room = useRoom(layer, edge);
  useFocusGoesBack(layer, said);
  return (
    <>
      <div
        ref={layer}
        className={mergeClasses(styles.layer, styles[edge])}
        role="status"
        aria-label={frameTexts.messages}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onEscape();
        }}
      >
        {children}
      </div>
      <div className={styles.room} style={{ height: room }} />
    </>
  );
}
