import assert from 'node:assert/strict';
import { type Fault, isWeChatFault, type TransportFault, WeChatFailure } from '../../../src/wechat';

/** What a promise rejects with; fails when it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return assert.fail('The promise was kept.');
}

export async function failureOf(promise: Promise<unknown>): Promise<WeChatFailure> {
  const error = await rejection(promise);
  assert.ok(error instanceof WeChatFailure, String(error));
  return error;
}

/** The fault of a call that brought no usable answer. */
export async function transportFault(promise: Promise<unknown>): Promise<TransportFault> {
  const fault: Fault = (await failureOf(promise)).fault;
  if (isWeChatFault(fault)) return assert.fail(`WeChat answered ${fault.errcode}.`);
  return fault;
}
