/** Makes the messages of a day out of the books. Start with {@code MakeMessages}. */
@NamedInterface("making")
@NullMarked
package org.dongvon.notice.making;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
