import { ADD_ATTRIBUTES_ROWS } from './add-attributes.rows.js';
import { AKEPA_GENERATE_ROWS } from './akepa-generate.rows.js';
import { AKEPA_STATUS_ROWS } from './akepa-status.rows.js';
import { AKEPA_UPLOAD_ROWS } from './akepa-upload.rows.js';
import { AUTH_ROWS } from './auth.rows.js';
import { BODY_ROWS } from './bodies.rows.js';
import { BUSINESS_ROWS } from './business.rows.js';
import { CUSTOMER_ROWS } from './customers.rows.js';
import { DECIDE_ROWS } from './decide.rows.js';
import { DOCUMENT_LINK_ROWS } from './document-link.rows.js';
import { DOCUMENT_ROWS } from './documents.rows.js';
import { IDENTIFICATION_ROWS } from './identification.rows.js';
import { KYC_INIT_ROWS } from './kyc-init.rows.js';
import { KYC_STATUS_ROWS } from './kyc-status.rows.js';
import { KYC_UPLOAD_ROWS } from './kyc-upload.rows.js';
import type { Row } from './row.js';
import { TOKEN_ROWS } from './tokens.rows.js';
import { UPDATE_BODY_ROWS } from './update-body.rows.js';
import { UPDATE_REFUSAL_ROWS } from './update-refusals.rows.js';
import { UPDATE_ROWS } from './update.rows.js';

/** The contract, by endpoint. */
export const ROWS: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  ['tokens', TOKEN_ROWS],
  ['bodies and paths', BODY_ROWS],
  ['/auth/get-token', AUTH_ROWS],
  ['/customer/init', CUSTOMER_ROWS],
  ['/customer/kyc/init', KYC_INIT_ROWS],
  ['/customer/kyc/status', KYC_STATUS_ROWS],
  ['/customer/kyc/upload', KYC_UPLOAD_ROWS],
  ['/customer/kyc/document-link', DOCUMENT_LINK_ROWS],
  ['/customer/kyc/add-attributes', ADD_ATTRIBUTES_ROWS],
  ['/document', DOCUMENT_ROWS],
  ['/akepa/identification', IDENTIFICATION_ROWS],
  ['/akepa/status', AKEPA_STATUS_ROWS],
  ['/akepa/document/generate', AKEPA_GENERATE_ROWS],
  ['/akepa/document/upload', AKEPA_UPLOAD_ROWS],
  ['/akepa/update', UPDATE_ROWS],
  ['/akepa/update, refused', UPDATE_REFUSAL_ROWS],
  ['/akepa/update, its body', UPDATE_BODY_ROWS],
  ['/akepa/update for a business', BUSINESS_ROWS],
  ['/reference/decide', DECIDE_ROWS],
];
