import axios from 'axios';

const token = process.env.CONNECTFI_TOKEN ?? '';
const connectfi = axios.create({
  baseURL: process.env.CONNECTFI_BASE_URL,
  headers: { 'x-connectfi-token': token },
  timeout: 3_000,
});

/** Whether connectFi answers us at all; asked with a customer of our own kept for this. */
export async function isConnectFiUp(customerId: string): Promise<boolean> {
  try {
    await connectfi.get(`/customer/kyc/status/${customerId}`);
    return true;
  } catch (err) {
    console.warn('connectFi heartbeat missed', err instanceof Error ? err.message : err);
    return false;
  }
}
