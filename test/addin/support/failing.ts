import { between } from './bridge';

/** How a request fails: before anything of it is carried out, half-way, or when all was and only the answer is lost. */
export const FAULTS = ['refused', 'half-way', 'unanswered'] as const;
export type Fault = (typeof FAULTS)[number];

/** The one that an operation meets where it does not meet all, by its place among the operations. */
export const usualFault = (index: number): Fault => FAULTS[index % FAULTS.length];

interface Sent {
  readonly id: number;
  readonly message: { readonly body: { readonly Actions: readonly { readonly ActionType: number }[] } };
}

/** Actions that may change the workbook: calls and assignments. */
const CHANGING: readonly number[] = [3, 4];

/**
 * A workbook that fails one request, and carries out all others.
 * @param at which request from now on, the first being 0
 * @returns how to end that, which says whether there were so many
 */
export function failing(at: number, fault: Fault): () => boolean {
  let sent = 0;
  let failed: number | undefined;
  const restore = between(({ sendMessageToHost, onMessageFromHost }) => ({
    sendMessageToHost: (text) => {
      if (sent++ !== at) return sendMessageToHost(text);
      const message = JSON.parse(text) as Sent;
      failed = message.id;
      if (fault === 'refused') return void setTimeout(() => onMessageFromHost(failure(message)));
      sendMessageToHost(fault === 'half-way' ? JSON.stringify(firstHalf(message)) : text);
    },
    onMessageFromHost: (text) => {
      const message = JSON.parse(text) as Sent;
      const isFailed = failed !== undefined && message.id === failed;
      onMessageFromHost(isFailed ? failure(message) : text);
    },
  }));
  return () => {
    restore();
    return sent > at;
  };
}

function firstHalf({ message, ...rest }: Sent): object {
  const { Actions, ...paths } = message.body;
  const changing = Actions.flatMap(({ ActionType }, index) => (CHANGING.includes(ActionType) ? [index] : []));
  const end = changing[Math.floor(changing.length / 2)] ?? Actions.length;
  return { ...rest, message: { ...message, body: { ...paths, Actions: Actions.slice(0, end) } } };
}

/** What Excel says when it could not. */
function failure({ id }: Sent): string {
  const Error = { Code: 'GeneralException', Message: 'There was an internal error.', ActionIndex: 0 };
  const body = JSON.stringify({ Results: [], TraceIds: [], Error });
  return JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } });
}
