import { type ServerResponse } from 'node:http';
import { callApi } from '../apis/api';
import { APIS } from '../apis/index';
import { damageBody } from './damage';
import { deliver, deliverReplacement, pause } from './delivery';
import { type Damage, type FaultList, isReplacement, type Replacement } from './faults';
import { type Gates } from './gate';
import { type Platform } from '../platform';
import { refuse, type Reply } from './reply';
import { type ReceivedRequest } from './request';

/** Answers one request: it waits at the gate and for the latency first, so that it meets the world as it is then. */
export async function answer(
  request: ReceivedRequest,
  response: ServerResponse,
  world: World,
): Promise<void> {
  const { inFlight } = world.platform;
  inFlight.add(request);
  try {
    await answerInTurn(request, response, world);
  } finally {
    inFlight.delete(request);
  }
}

interface World {
  readonly platform: Platform;
  readonly faults: FaultList;
  readonly gates: Gates;
}

async function answerInTurn(
  request: ReceivedRequest,
  response: ServerResponse,
  { platform, faults, gates }: World,
): Promise<void> {
  await gates.at(request.path)?.wait(response);
  if (response.closed) return;
  const struck = faults.take(request);
  const damages: Damage[] = [];
  let replacement: Replacement | undefined;
  for (const fault of struck) {
    if (isReplacement(fault)) replacement = fault;
    else damages.push(fault);
    if (fault.kind === 'latency') await pause(response, fault.ms);
  }
  if (response.closed) return;
  if (replacement && replacement.kind !== 'errcode') return deliverReplacement(response, replacement);
  const reply = replacement
    ? faultReply(replacement.errcode, replacement.errmsg)
    : replyTo(request, platform);
  return deliver(response, damageBody(bodyOf(reply, request, platform), damages), damages);
}

function replyTo(request: ReceivedRequest, platform: Platform): Reply {
  const api = APIS.get(request.path);
  return api ? callApi(api, request, platform) : refuse(40066);
}

function faultReply(errcode: number, errmsg: string | undefined): Reply {
  return errmsg === undefined ? refuse(errcode) : { kind: 'verbatim', errcode, errmsg };
}

/** The JSON text; a refusal gets its request id here and is kept for rid/get. */
function bodyOf(reply: Reply, request: ReceivedRequest, platform: Platform): string {
  if (reply.kind === 'success') {
    request.errcode = 0;
    return reply.body;
  }
  const { errcode, errmsg } = reply;
  request.errcode = errcode;
  if (reply.kind === 'verbatim') return JSON.stringify({ errcode, errmsg });
  const now = platform.now();
  const rid = platform.rids.issue(now);
  const body = JSON.stringify({ errcode, errmsg: `${errmsg} rid: ${rid}` });
  platform.rids.keep(rid, {
    appId: request.appId,
    invokedAt: Math.floor(now / 1000),
    costMs: Math.max(0, now - request.at),
    requestUrl: request.queryText,
    requestBody: request.body,
    responseBody: body,
    clientIp: request.clientIp,
  });
  return body;
}
