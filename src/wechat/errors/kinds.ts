import { tokenEndpoints } from '../api/endpoints';
import { type ErrorKind, type TransportFault, type WeChatFault } from './fault';

/** What helps after which errcode. Apart from their texts, which no call needs before somebody reads them. */
const codes: Readonly<Record<ErrorKind, readonly number[]>> = {
  retry: [-1, 45011],
  token: [40001, 40014, 42001],
  config: [
    40013, 40125, 40243, 41002, 41004, 41018, 43107, 48001, 48004, 48008, 50001, 50002, 50004, 50007, 61003,
    61005, 61006, 61007, 61011, 61014, 61016, 61023, 61024,
  ],
  network: [40164, 45035, 61004, 89501, 89503, 89506, 89507],
  data: [
    40003, 40004, 40005, 40006, 40007, 40008, 40029, 40030, 40031, 40032, 40033, 40035, 40036, 40037, 40039,
    40048, 40050, 40051, 40054, 40055, 40092, 40117, 40130, 40155, 40163, 40201, 40202, 40203, 40226, 41003,
    41005, 41006, 41008, 41009, 41030, 42002, 42003, 42007, 43004, 43019, 43101, 44001, 44003, 44004, 45001,
    45002, 45003, 45008, 45015, 45047, 45056, 45057, 45058, 45059, 45065, 45066, 45157, 45158, 45159, 46003,
    46004, 47003, 48002, 48003, 48005, 49003, 50005, 61009, 61010, 61500, 61501, 61503, 63178, 63182, 63183,
    65303, 76001, 76002, 76003, 76021, 76022, 87014,
  ],
  quota: [45009, 45028, 48006],
  bug: [40002, 40066, 40097, 41001, 43001, 43002, 43003, 44002, 47001],
};

const kinds = new Map<number, ErrorKind>();
let kind: ErrorKind;
for (kind in codes) for (const code of codes[kind]) kinds.set(code, kind);

/**
 * What helps. From the token endpoints 40001 is a wrong AppSecret, not a stale token; a code that is not known is a
 * `bug`: neither asking again nor guessing helps.
 */
export function errorKind({ errcode, endpoint }: WeChatFault): ErrorKind {
  if (errcode === 40001 && tokenEndpoints.some(path => path === endpoint)) return 'config';
  return kinds.get(errcode) ?? 'bug';
}

/** Whether the same call may well succeed in a moment. */
export function transportKind({ reason, status = 0 }: TransportFault): 'retry' | 'network' {
  switch (reason) {
    case 'timeout':
    case 'reset':
    case 'unreadable':
      return 'retry';
    case 'status':
      return status >= 500 || status === 429 || status === 408 ? 'retry' : 'network';
    default:
      return 'network';
  }
}
