import type { LegacyId } from '../../src/endpoints/types.js';
import { documentGenerate } from './document-generate.js';
import { documentUpload } from './document-upload.js';
import { kycDocumentLink } from './kyc-document-link.js';
import { kycInit } from './kyc-init.js';
import { kycStatus } from './kyc-status.js';
import { kycUpload } from './kyc-upload.js';
import type { Recipe } from './recipe.js';

/** One recipe per endpoint that has a successor; the other endpoints are reported and left. */
export const RECIPES: readonly Recipe[] = [
  documentGenerate,
  documentUpload,
  kycDocumentLink,
  kycInit,
  kycStatus,
  kycUpload,
];

const byEndpoint = new Map(RECIPES.map((recipe) => [recipe.endpoint, recipe]));

export function recipeFor(endpoint: LegacyId): Recipe | undefined {
  return byEndpoint.get(endpoint);
}
