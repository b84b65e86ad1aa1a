import type english from "../en/refusals.ts";
import type { TextsLike } from "../say.ts";

export default {} satisfies TextsLike<typeof english>;
