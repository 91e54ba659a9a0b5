/** Token of the secret that the API and the media nodes share: it signs tickets and signs nodes in. */
export const NODE_SECRET = Symbol('NODE_SECRET');
