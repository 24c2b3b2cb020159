import type { AkepaEndpoint, BodySchema, LegacyEndpoint } from './types.js';

const DOCS = 'https://docs.paygears.com/connectfi';
const LEGACY_CUSTOMER = `${DOCS}/DEPRECATED/Endpoints/Customer-deprecated/API`;
const LEGACY_DOCUMENT = `${DOCS}/DEPRECATED/Endpoints/Document-deprecated/API`;
const AKEPA = `${DOCS}/CUSTOMER/KYC-KYB/API`;

/** Every deprecated endpoint, the specific rows before the ones that stand for the rest. */
export const LEGACY_ENDPOINTS: readonly LegacyEndpoint[] = [
  {
    id: 'kyc-init',
    method: 'POST',
    path: '/customer/kyc/init',
    title: 'Init KYC',
    docs: `${LEGACY_CUSTOMER}/Init-deprecated/`,
    successors: ['akepa-identification'],
    change:
      'A unique `reference` is required, `webhookURL` becomes `webhookUrl`, and the answer has an `applicationId` to keep instead of `kycDocumentList`.',
    mark: 'documented',
    code: 'AK201',
  },
  {
    id: 'kyc-status',
    method: 'GET',
    path: '/customer/kyc/status/:customerId',
    title: 'Get KYC status',
    docs: `${LEGACY_CUSTOMER}/Get-Status-deprecated/`,
    successors: ['akepa-status'],
    change:
      'GET becomes POST with the body `{ customerId, applicationId }`, and the answer has another shape.',
    mark: 'documented',
    code: 'AK202',
  },
  {
    id: 'kyc-document-link',
    method: 'POST',
    path: '/customer/kyc/document-link',
    title: 'Link document',
    docs: `${LEGACY_CUSTOMER}/Link-Document-deprecated/`,
    successors: ['akepa-update'],
    change:
      'Documents are attached to an application: `{ customerId, applicationId, documents: [{ entityId, documentId }] }`, and to none that is completed.',
    mark: 'documented',
    code: 'AK203',
  },
  {
    id: 'kyc-upload',
    method: 'POST',
    path: '/customer/kyc/upload/:customerId/:documentId',
    title: 'Upload KYC document',
    docs: `${LEGACY_CUSTOMER}/Upload-Document-deprecated/`,
    successors: ['akepa-document-generate', 'akepa-document-upload', 'akepa-update'],
    change: 'One call becomes three.',
    mark: 'documented',
    code: 'AK204',
  },
  {
    id: 'kyc-add-attributes',
    method: 'POST',
    path: '/customer/kyc/add-attributes',
    title: 'Add attributes',
    docs: `${LEGACY_CUSTOMER}/Add-Attributes-deprecated/`,
    successors: [],
    change: 'akepa has no counterpart for card attributes.',
    mark: 'documented',
    code: 'AK205',
  },
  {
    id: 'kyc-other',
    method: undefined,
    path: '/customer/kyc/*',
    title: 'Other KYC path',
    docs: `${LEGACY_CUSTOMER}/`,
    successors: [],
    change: 'This is no documented endpoint; everything below /customer/kyc is deprecated.',
    mark: 'inferred',
    code: 'AK206',
  },
  {
    id: 'document-generate',
    method: 'POST',
    path: '/document/generate',
    title: 'Generate document',
    docs: `${LEGACY_DOCUMENT}/Generate-Document-deprecated/`,
    successors: ['akepa-document-generate'],
    change: 'A body with `workflow`, `name`, `extension` and `type` is required.',
    mark: 'documented',
    code: 'AK207',
  },
  {
    id: 'document-upload',
    method: 'POST',
    path: '/document/upload/:documentId',
    title: 'Upload document',
    docs: `${LEGACY_DOCUMENT}/Upload-Document-deprecated/`,
    successors: ['akepa-document-upload'],
    change: 'The id must come from /akepa/document/generate, and only jpg and png are accepted.',
    mark: 'documented',
    code: 'AK208',
  },
  {
    id: 'document-other',
    method: undefined,
    path: '/document/*',
    title: 'Other document path',
    docs: `${LEGACY_DOCUMENT}/Generate-Document-deprecated/`,
    successors: [],
    change: 'This is no documented endpoint; if the service is connectFi, /document is deprecated.',
    mark: 'inferred',
    code: 'AK209',
  },
  {
    id: 'card-list',
    method: 'GET',
    path: '/card/list/:customerId',
    title: 'List cards',
    docs: `${LEGACY_CUSTOMER}/List-Cards-deprecated/`,
    successors: [],
    change: 'Its page names /akepa, which has no endpoint for cards.',
    mark: 'documented',
    code: 'AK210',
  },
  {
    id: 'account-list',
    method: 'GET',
    path: '/account/list/:customerId',
    title: 'List accounts',
    docs: `${LEGACY_CUSTOMER}/List-Accounts-deprecated/`,
    successors: [],
    change: 'Its page names /akepa, which has no endpoint for accounts.',
    mark: 'documented',
    code: 'AK211',
  },
];

const ID: BodySchema = { type: 'string', pattern: '^[0-9a-zA-Z_]+$', minLength: 1, maxLength: 36 };
const REFERENCE: BodySchema = { type: 'string', pattern: '^[0-9a-zA-Z]+$', minLength: 1, maxLength: 32 };
const TEXT: BodySchema = { type: 'string', pattern: '^((?![<>]).)*$', maxLength: 500, nullable: true };
const NAME: BodySchema = {
  type: 'string',
  pattern: '^((?![<>]).)*$',
  minLength: 1,
  maxLength: 50,
  isNotOnlyWhitespace: true,
};

/** The akepa endpoints, with the bodies that they accept. */
export const AKEPA_ENDPOINTS: readonly AkepaEndpoint[] = [
  {
    id: 'akepa-identification',
    method: 'POST',
    path: '/akepa/identification',
    title: 'Identification',
    docs: `${AKEPA}/Identification/`,
    mark: 'documented',
    body: {
      type: 'object',
      required: ['reference', 'customerId'],
      properties: {
        reference: REFERENCE,
        customerId: ID,
        syncMode: { type: 'boolean', nullable: true },
        // The property table says webhookURL, every body says webhookUrl, and a recorded reply
        // that complains of another unknown property accepts webhookUrl.
        webhookUrl: { ...TEXT, mark: 'inferred' },
      },
      additionalProperties: false,
    },
  },
  {
    id: 'akepa-status',
    method: 'POST',
    path: '/akepa/status',
    title: 'Status',
    docs: `${AKEPA}/Status/`,
    mark: 'documented',
    body: {
      type: 'object',
      required: ['customerId', 'applicationId'],
      properties: { customerId: ID, applicationId: ID },
      additionalProperties: false,
    },
  },
  {
    id: 'akepa-document-generate',
    method: 'POST',
    path: '/akepa/document/generate',
    title: 'Generate document',
    docs: `${AKEPA}/Generate-Document/`,
    mark: 'documented',
    body: {
      type: 'object',
      required: ['workflow', 'name', 'extension', 'type'],
      properties: {
        workflow: { type: 'string', enum: ['BUSINESS', 'PERSONAL'] },
        name: NAME,
        extension: { type: 'string', enum: ['jpg', 'png'] },
        type: {
          type: 'string',
          enum: [
            'contract',
            'license',
            'passport',
            'utility',
            'other',
            'internal',
            'identification_card',
            'residence_permit',
            'canada_provincial_id',
            'indigenous_card',
            'paystub',
            'bank_statement',
            'w2',
            '1099',
            '1120',
            '1065',
            't1',
            't4',
          ],
        },
        note: TEXT,
        note_author_agent_email: { type: 'string', format: 'email' },
      },
      additionalProperties: false,
    },
  },
  {
    id: 'akepa-document-upload',
    method: 'POST',
    path: '/akepa/document/upload/:documentId',
    title: 'Upload document',
    docs: `${AKEPA}/Upload-Document/`,
    mark: 'documented',
    body: undefined,
  },
  {
    id: 'akepa-update',
    method: 'POST',
    path: '/akepa/update',
    title: 'Update',
    docs: `${AKEPA}/Update/`,
    // The page describes the body in words only; its property table was not available.
    mark: 'inferred',
    body: {
      type: 'object',
      required: ['customerId', 'applicationId', 'documents'],
      properties: {
        customerId: ID,
        applicationId: ID,
        documents: {
          type: 'array',
          items: {
            type: 'object',
            required: ['entityId', 'documentId'],
            properties: { entityId: ID, documentId: ID },
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    },
  },
];
