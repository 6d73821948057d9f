/**
 * Official forms on paper (Decree 30/2020/NĐ-CP): a record of what stands on a form becomes a PDF with embedded fonts, in the
 * wording that was in force on the form's day. It knows no books: modules that own the facts fill the records of {@code
 * form.paper} and call {@link org.dongvon.form.Forms}.
 */
@ApplicationModule(allowedDependencies = {"engine", "shared", "document"})
@NullMarked
package org.dongvon.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
