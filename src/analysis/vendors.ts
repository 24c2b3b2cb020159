/** Vendors of KYC, documents and payments by the words in their hosts, and in what people call those. */
const VENDORS =
  /sumsub|onfido|jumio|netverify|withpersona|veriff|socure|trulioo|idenfy|shufti|complycube|hyperverge|signzy|digilocker|dojah|smileid|middesk|blockpass|au10tix|fractal|stripe|plaid|alloy|synapse|dwolla|docusign|pandadoc|dropboxsign|hellosign/i;

/** `api.sumsub.com`, `ONFIDO_API_URL`: whatever its path is, it is not connectFi's. */
export function isOfVendor(name: string): boolean {
  return VENDORS.test(name);
}
