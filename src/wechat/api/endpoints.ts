/** Paths of the API that this client speaks to, below the base URL. */
export const endpoints = {
  stableToken: '/cgi-bin/stable_token',
  userInfo: '/cgi-bin/user/info',
  batchGet: '/cgi-bin/user/info/batchget',
  followers: '/cgi-bin/user/get',
  apiDomainIp: '/cgi-bin/get_api_domain_ip',
} as const;

/** What a team's own server is called in logs and faults, in place of a path. */
export const tokenServerName = 'token server';

/** Where an AppSecret is judged, and a token given. */
export const tokenEndpoints = [endpoints.stableToken, '/cgi-bin/token'] as const;
