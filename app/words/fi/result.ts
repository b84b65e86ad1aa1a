import type english from "../en/result.ts";
import type { TextsLike } from "../say.ts";

export default {} satisfies TextsLike<typeof english>;
