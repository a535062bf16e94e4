/** Four followers of one account, one of another, and two unionids, which look just the same. */
export const ada = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
export const bo = 'o6_bmjHCrrLBVDYNc-2fQbMpUaE-';
export const cy = 'o6_bmjK9pqLw0_ZzR3tYv1XnBd8s';
export const dee = 'o6_bmj_7GhTn2WmQe5RkJx0LsV4c';
export const stranger = 'oHHS77fsd5bT8nWq_kL2mZx9Yc1A';
export const union = 'ocMvos6NjeKLIBqg5Mr9QjxrP1FA';
export const union2 = 'ocMvosWk3_9TfHn2bLq7RzXy0-Ec';

/** A real sample seen in the wild begins so: an openid, of a shape that no other has. */
export const strange = 'aFffAwXYZ0123456789abcdefghi';
/** An openid that lost its last character. */
export const short = 'o6_bmjQ0sVtXw8yHr2KdNf_uLc7';

/** A text and what is to be found in it; what is left out is nothing. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly found: readonly string[];
  readonly duplicates?: number;
  readonly cleaned?: Readonly<Record<string, number>>;
  /** Where the openids stand; without it, each at its first appearance in the text. */
  readonly offsets?: readonly number[];
}
