import { ADOPT } from '../../addin/commands/adopt/adoptCommand';
import { newNotebook } from '../../addin/commands/createNotebook';
import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { useId } from 'react';
import type { Session } from '../../addin/session';
import { STARTERS, type Starter } from '../../notebook/presets';
import { startTexts } from '../../texts/pane/start';

const useStyles = makeStyles({
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  list: { overflowY: 'auto' },
});

/** The starters, each with what it teaches. */
export function StarterMenu({ session }: { session: Session }) {
  const styles = useStyles();
  return (
    <Menu positioning={{ position: 'below', align: 'end', autoSize: true }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton className={styles.button} size="small">
          {startTexts.newNotebook}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.list}>
        <MenuList>
          {STARTERS.map((starter) => (
            <Item
              key={starter.command}
              starter={starter}
              onPress={() => void session.perform(newNotebook(starter.spec))}
            />
          ))}
          <Item
            starter={{ name: startTexts.adopt, about: startTexts.adoptAbout }}
            onPress={() => void session.perform(ADOPT)}
          />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Item({
  starter: { name, about },
  onPress,
}: {
  starter: Pick<Starter, 'name' | 'about'>;
  onPress(): void;
}) {
  const id = useId();
  return (
    <MenuItem
      onClick={onPress}
      aria-labelledby={`${id}name`}
      aria-describedby={`${id}about`}
      subText={{ id: `${id}about`, children: about }}
    >
      <span id={`${id}name`}>{name}</span>
    </MenuItem>
  );
}
