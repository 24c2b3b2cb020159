// Uploads the two files of a licence straight into their slots.
import { call, customerId, files, run, slots } from './client.mjs';

await run(async () => {
  for (const [index, file] of files.entries())
    await call('POST', `/customer/kyc/upload/${customerId}/${slots[index]}`, file);
  const { kyc } = await call('GET', `/customer/kyc/status/${customerId}`);
  console.log(`KYC of ${customerId}: ${kyc.status}`);
});
