package org.dongvon.form;

import java.time.LocalDate;
import org.dongvon.document.Document;
import org.dongvon.document.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The wording of a form from a day on. Example: 14/TD from 1/3/2026, by letter 597/NHCS-TDNN of 30/1/2026.
 *
 * @param form whose wording
 * @param validFrom the first day of forms printed in it
 * @param guidance the document it follows; none when the guidance was not found
 * @param template the file below {@code templates/form/paper}
 * @param mark how sure it is
 */
public record FormText(
        FormCode form, LocalDate validFrom, @Nullable Document guidance, String template, Mark mark) {}
