import { errorCodes } from '../../errors/errorTable';
import { type WeChatFault } from '../../errors/fault';
import { atOnce } from '../../json/work';
import { answersIn } from '../findAnswers';

/** Characters that are read: a body with a whole stack trace is shorter. */
const longest = 100_000;

/**
 * The error that a person typed or pasted: a code alone, an error body, or a line that names a code. A known code in
 * other words counts if it is the only one. Of several it is the first that is explained: what runs a program in the cloud
 * has codes of its own, around WeChat's. Code 0 is no error. Reads the first 100 000 characters.
 */
export function errorIn(text: string): WeChatFault | undefined {
  const { errors } = atOnce(answersIn(text.slice(0, longest)));
  if (errors.length < 2) return errors[0];
  const explained = new Set(errorCodes());
  return errors.find(({ errcode }) => explained.has(errcode)) ?? errors[0];
}
