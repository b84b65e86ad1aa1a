import type { RoleWeights } from "#app/domain/agreement/role-weights.ts";

/** The weights of the role groups as a cycle and a series have them in the database. */
export type WeightColumns = { executiveWeight: number; managerWeight: number; frontlineWeight: number };

export const WEIGHT_COLUMNS = { executiveWeight: true, managerWeight: true, frontlineWeight: true } as const;

export function weightColumns({ executive, manager, frontline }: RoleWeights): WeightColumns {
  return { executiveWeight: executive, managerWeight: manager, frontlineWeight: frontline };
}

export function weightsFromRow({ executiveWeight, managerWeight, frontlineWeight }: WeightColumns): RoleWeights {
  return { executive: executiveWeight, manager: managerWeight, frontline: frontlineWeight };
}
