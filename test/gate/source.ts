/** A call of `endpoint` in a function, and what it takes to parse. */
export const IMPORT = "import axios from 'axios';\n";
const BASE = '${process.env.CONNECTFI_BASE_URL}';

/** A function with one call of kyc-status. */
export function statusIn(name: string): string {
  return `
export async function ${name}(customerId: string): Promise<void> {
  await axios.get(\`${BASE}/customer/kyc/status/\${customerId}\`);
}
`;
}

/** A function with one call of kyc-init. */
export function initIn(name: string): string {
  return `
export async function ${name}(customerId: string): Promise<void> {
  await axios.post(\`${BASE}/customer/kyc/init\`, { customerId });
}
`;
}
