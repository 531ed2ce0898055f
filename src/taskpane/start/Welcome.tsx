import { newNotebook } from '../../addin/commands/createNotebook';
// What a workbook without a notebook shows, and the menu that begins another one: the starters of src/notebook/presets.
import { Button, Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Session } from '../../addin/session';
import { STARTERS, type Starter } from '../../notebook/presets';
import { startTexts } from '../../texts/pane/start';

const useStyles = makeStyles({
  title: { margin: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  card: {
    width: '100%',
    flexDirection: 'column',
    alignItems: 'flex-start',
    textAlign: 'left',
    padding: tokens.spacingHorizontalM,
  },
  about: { color: tokens.colorNeutralForeground2 },
});

/** A workbook without a notebook: what this is, and what there is to start from. */
export function Welcome({ session }: { session: Session }) {
  const styles = useStyles();
  return (
    <>
      <Title3 as="h1" className={styles.title}>
        {startTexts.title}
      </Title3>
      <Text>{startTexts.welcome}</Text>
      <ul className={styles.list} aria-label={startTexts.starters}>
        {STARTERS.map((starter) => (
          <li key={starter.command}>
            <Card starter={starter} onPress={() => void session.perform(newNotebook(starter.spec))} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Card({ starter: { name, about }, onPress }: { starter: Starter; onPress(): void }) {
  const styles = useStyles();
  const id = useId();
  return (
    <Button
      className={styles.card}
      onClick={onPress}
      aria-labelledby={`${id}name`}
      aria-describedby={`${id}about`}
    >
      <Text id={`${id}name`} weight="semibold">
        {name}
      </Text>
      <Text id={`${id}about`} size={200} className={styles.about}>
        {about}
      </Text>
    </Button>
  );
}
