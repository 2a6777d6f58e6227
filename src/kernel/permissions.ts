export type Role = 'owner' | 'admin' | 'warehouse';

/** A visitor (see `Entrance`) is no user of the shop, and has no permission at all. */
export type ActorRole = Role | 'visitor';

/** Of each permission, who has it. The owner may do everything. */
export type PermissionTable = Readonly<Record<string, readonly Role[]>>;

/** The names of all permissions: each module adds its own beside its table. */
// eslint-disable-next-line typescript/no-empty-interface -- filled by modules
export interface PermissionNames {}

export type Permission = keyof PermissionNames;

const table = new Map<string, readonly Role[]>();
const looked_up = new Set<string>();

/**
 * Adds a module's permissions.
 * @param options.looked_up those that decide who gets in, or where customers' money goes: whoever does this is looked up in
 * the database each time, so that a removed person does not have a last second
 */
export function definePermissions<Table extends PermissionTable>(
  entries: Table,
  options: { looked_up?: (keyof Table & string)[] } = {},
): Table {
  for (const [permission, roles] of Object.entries(entries)) {
    if (table.has(permission)) throw new Error(`permission defined twice: ${permission}`);
    table.set(permission, roles);
  }
  for (const permission of options.looked_up ?? []) looked_up.add(permission);
  return entries;
}

/** All that a role may do. */
export function permissionsOf(role: Role): Permission[] {
  return [...table].filter(([, roles]) => roles.includes(role)).map(([name]) => name as Permission);
}

export function isLookedUp(permission: Permission): boolean {
  return looked_up.has(permission);
}

export function may(role: ActorRole, permission: Permission): boolean {
  return role !== 'visitor' && (table.get(permission)?.includes(role) ?? false);
}

/** @throws Error, a fault of ours, where a visitor got to what is for users alone */
export function userRole({ role }: { role: ActorRole }): Role {
  if (role === 'visitor') throw new Error('a visitor is no user');
  return role;
}

/** Whether a role may do all that another may: what was made for the one can be shown to the other. */
export function covers(role: ActorRole, other: Role): boolean {
  return permissionsOf(other).every((permission) => may(role, permission));
}
