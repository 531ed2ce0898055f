import { ADOPT } from '../../addin/commands/adopt/adoptCommand';
import { newNotebook } from '../../addin/commands/createNotebook';
// What a workbook without a notebook shows, and the menu that begins another one: the starters of src/notebook/presets.
import { Button, Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
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
      <Card
        starter={{ name: startTexts.adopt, about: startTexts.adoptAbout }}
        onPress={() => void session.perform(ADOPT)}
      />
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

function Card({
  starter: { name, about },
  onPress,
}: {
  starter: Pick<Starter, 'name' | 'about'>;
  onPress(): void;
}) {
  const styles = useStyles();
  return (
    <Button className={styles.card} onClick={onPress}>
      <Text weight="semibold">{name}</Text>{' '}
      <Text size={200} className={styles.about}>
        {about}
      </Text>
    </Button>
  );
}
