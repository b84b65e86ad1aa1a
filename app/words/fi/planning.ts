import type english from "../en/planning.ts";
import type { TextsLike } from "../say.ts";

export default {} satisfies TextsLike<typeof english>;
