package org.dongvon.form.paper;

/**
 * The savings-and-credit group that a form is about.
 *
 * @param head its head's name; empty when the office is vacant
 * @param association who leads it: {@code Hội Phụ nữ}
 * @param point the transaction point, which is a commune's name
 */
public record GroupLine(String code, String name, String hamlet, String head, String association, String point) {

    /** No group: a loan made directly, to somebody of this commune. */
    public static GroupLine none(String point) {
        return new GroupLine("", "", "", "", "", point);
    }
}
