/** The pages of the register of documents. */
@NullMarked
package org.dongvon.document.page;

import org.jspecify.annotations.NullMarked;
