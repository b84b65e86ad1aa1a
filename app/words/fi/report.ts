import type english from "../en/report.ts";
import type { TextsLike } from "../say.ts";

export default {} satisfies TextsLike<typeof english>;
