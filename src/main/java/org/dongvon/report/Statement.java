package org.dongvon.report;

import java.util.List;

/** A report's figures, in a form that programs read. */
public interface Statement {

    /**
     * The same figures as a long table: one figure a row.
     *
     * <p>Example: section {@code programmes}, code {@code HONGHEO}, measure {@code outstanding}, value 9 415 000 000.
     */
    List<Row> rows();

    /** One figure; {@code value} is empty where there is none. */
    record Row(String section, String code, String measure, String value) {

        /** A figure that may be missing. */
        public static Row of(
                String section, String code, String measure, @org.jspecify.annotations.Nullable Object value) {
            return new Row(section, code, measure, value == null ? "" : Ratios.plain(value));
        }
    }
}
