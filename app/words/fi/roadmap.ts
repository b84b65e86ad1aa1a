import type english from "../en/roadmap.ts";
import type { TextsLike } from "../say.ts";

export default {} satisfies TextsLike<typeof english>;
