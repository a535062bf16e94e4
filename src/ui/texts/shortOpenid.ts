/** An openid in few characters. Those of one account begin alike: its end tells a person apart. */
export function shortOpenid(openid: string): string {
  return openid.length > 16 ? `${openid.slice(0, 4)}…${openid.slice(-8)}` : openid;
}
