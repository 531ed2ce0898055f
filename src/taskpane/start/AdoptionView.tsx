import { Button, Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { AdoptionReport } from '../../notebook/adopt/report';
import { startTexts } from '../../texts/pane/start';

const useStyles = makeStyles({
  title: { margin: 0 },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  where: { color: tokens.colorNeutralForeground2 },
});

/** What was found on a sheet that was adopted: its layers, where they stand, and what it lacks. */
export function AdoptionView({ report, onClose }: { report: AdoptionReport; onClose(): void }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title3 as="h2" id={id} className={styles.title}>
        {startTexts.found(report.sheet)}
      </Title3>
      <ul className={styles.list}>
        {report.layers.map(({ name, what, where }) => (
          <li key={name}>
            <Text>{startTexts.foundLayer(name, what)} </Text>
            <Text size={200} className={styles.where}>
              {where}
            </Text>
          </li>
        ))}
      </ul>
      <ul className={styles.list}>
        {report.remarks.map((remark) => (
          <li key={remark}>
            <Text size={200}>{remark}</Text>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={onClose}>
        {startTexts.closeFound}
      </Button>
    </section>
  );
}
