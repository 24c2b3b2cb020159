/** The `data` of akepa's answers and webhooks for an individual's application. */
export function payload(
  applicationId: unknown,
  owner: string,
  shape: {
    readonly reference?: string;
    readonly status?: string;
    readonly outcome?: string;
    /** Of a business's representatives, as `{name}`. */
    readonly representatives?: readonly string[];
  } = {},
): unknown {
  const { status = 'pending_step_up', outcome, representatives = [] } = shape;
  const entity = (entityId: string, isCustomer: boolean): unknown => ({
    entityId,
    isCustomer,
    status,
    ...(outcome !== undefined && { outcome: outcome.toLowerCase() }),
  });
  return {
    applicationId,
    aggregatorId: 'CLIENTID',
    customerId: owner,
    reference: shape.reference ?? 'run1',
    status,
    ...(outcome !== undefined && { outcome }),
    entityApplications: [entity(owner, true), ...representatives.map((id) => entity(id, false))],
  };
}
