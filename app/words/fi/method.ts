import type english from "../en/method.ts";
import type { TextsLike } from "../say.ts";

export default {} satisfies TextsLike<typeof english>;
