import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { NotebookState } from '../../addin/state';

/** Where the notebook's images come from, and whether they are there. */
export function Whence({ images: { name, count, isMissing } }: Pick<NotebookState, 'images'>) {
  if (isMissing) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          The images &ldquo;{name}&rdquo; are not here: they are kept in the browser that imported them.
          Import the same files again; until then the notebook shows and computes the image on its page, but
          cannot train.
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <Text block>
      Images: {name}, {count === undefined ? 'as many as are asked for' : `${count} of them`}.
    </Text>
  );
}
