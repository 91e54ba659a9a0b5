export interface NameParts {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic?: string | null | undefined;
}

/** The full name as lists and documents write it: "Серіков Асан Маратұлы". */
export function displayName(name: NameParts): string {
  return [name.familyName, name.givenName, name.patronymic]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ');
}
