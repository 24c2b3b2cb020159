import { setTimeout as delay } from 'node:timers/promises';
import { refused, type Answer, type KycState } from './connectfi.js';

const BASE = process.env.CONNECTFI_BASE_URL;
const TOKEN = process.env.CONNECTFI_TOKEN ?? '';
const PAUSE_MS = 15_000;
const PATIENCE_MS = 30 * 60_000;

/** Resolves with the KYC status once connectFi has all the data it asked for. */
export async function waitForKyc(customerId: string): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const res = await fetch(`${BASE}/customer/kyc/status/${customerId}`, {
      headers: { 'x-connectfi-token': TOKEN },
      signal: AbortSignal.timeout(10_000),
    });
    if (!res.ok) throw await refused(res);
    const { data } = (await res.json()) as Answer<KycState>;
    if (data.kyc.status !== 'WAITING_DATA') return data.kyc.status;
    await delay(PAUSE_MS);
  }
  throw new Error(`KYC of ${customerId} still lacks data after ${PATIENCE_MS / 60_000} minutes`);
}
