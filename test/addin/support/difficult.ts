import { between } from './bridge';

interface Action {
  readonly ActionType: number;
  readonly Name?: string;
}

interface Sent {
  readonly id: number;
  readonly message: { readonly body: { readonly Actions: readonly Action[] } };
}

const SET = 4;

/** A workbook that refuses every writing of values, as one that is protected does, or with another of Excel's codes. */
export function refusing(code = 'AccessDenied'): () => void {
  return between(({ sendMessageToHost, onMessageFromHost }) => ({
    onMessageFromHost,
    sendMessageToHost: (text) => {
      const { id, message } = JSON.parse(text) as Sent;
      if (!message.body.Actions.some(({ ActionType, Name }) => ActionType === SET && Name === 'Values'))
        return sendMessageToHost(text);
      const Error = { Code: code, Message: 'Values are not taken.', Location: '', ActionIndex: 0 };
      const body = JSON.stringify({ Results: [], TraceIds: [], Error });
      const answer = { id, type: 2, message: { statusCode: 200, headers: {}, body } };
      setTimeout(() => onMessageFromHost(JSON.stringify(answer)));
    },
  }));
}
