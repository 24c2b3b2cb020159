import axios from 'axios';

const token = process.env.CONNECTFI_TOKEN ?? '';
const connectfi = axios.create({
  baseURL: process.env.CONNECTFI_BASE_URL,
  headers: { 'x-connectfi-token': token },
  timeout: 10_000,
});

/** Starts KYC for a customer who will send the documents later, from the web app. */
export async function startKyc(customerId: string, webhookURL: string): Promise<void> {
  await connectfi.post('/customer/kyc/init', { customerId, syncMode: false, webhookURL });
}
