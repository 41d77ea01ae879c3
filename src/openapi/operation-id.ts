/** What `@nestjs/swagger` appends to the method of a handler that has several paths: `getUsage[0]`. */
const PATH_INDEX = /\[\d+\]$/;

/**
 * Returns the `operationId` of a handler: the name of its method, so that generated clients have
 * functions that read, such as `getReceipt`. A handler with several paths has its version appended
 * in those that begin with one: `getUsage` and `getUsageV1`.
 */
export const toOperationId = (_controller: string, method: string, version?: string): string => {
  const isVersionOfSeveral = PATH_INDEX.test(method) && version !== undefined;
  return `${method.replace(PATH_INDEX, '')}${isVersionOfSeveral ? version.toUpperCase() : ''}`;
};
