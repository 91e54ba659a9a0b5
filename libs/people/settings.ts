/** Token of the address under which people reach the installation, for links in mails. */
export const PUBLIC_URL = Symbol('PUBLIC_URL');
