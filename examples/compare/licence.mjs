// The link flow of examples/onboarding as a program for `akepa-migrate compare`:
//   node examples/compare/licence.mjs <folder of the service, before or after the migration>
// Both runs are given everything: slot ids for the legacy side, an application for akepa.
import { join, resolve } from 'node:path';

import { createJiti } from 'jiti';

const { CONNECTFI_CUSTOMER_ID, CONNECTFI_APPLICATION_ID, CONNECTFI_SLOT_IDS, CONNECTFI_FILES } = process.env;
const service = resolve(process.argv[2]);
const { import: load } = createJiti(import.meta.url);
const { addLicence } = await load(join(service, 'src/licence.ts'));
const { rememberApplication } = await load(join(service, 'akepa/applications.ts'));

const slots = JSON.parse(CONNECTFI_SLOT_IDS);
const scans = JSON.parse(CONNECTFI_FILES);
rememberApplication(CONNECTFI_CUSTOMER_ID, CONNECTFI_APPLICATION_ID);
for (const [index, scan] of scans.entries()) {
  await addLicence(CONNECTFI_CUSTOMER_ID, slots[index], scan);
  console.log(`scan ${index + 1} handed over`);
}
