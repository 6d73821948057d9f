package org.dongvon.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms that can be printed, by the number that stands in their corner. */
public enum FormCode {
    APPLICATION("01/TD"),
    JOB_APPLICATION("01/GQVL"),
    AREA_APPLICATION("01/SXKD"),
    DELEGATION("01/UQ"),
    APPLICANT_LIST("03/TD"),
    APPROVAL_NOTICE("04/TD"),
    USE_CHECK("06/TD"),
    INSTALMENT_REQUEST("08/TD"),
    EXTENSION_REQUEST("09/TD"),
    REVIEW_MINUTES("10C/TD"),
    GROUP_CONTRACT("11/TD"),
    COLLECTION_SHEET("13/TD"),
    OVERDUE_NOTICE("14/TD"),
    RECONCILIATION("15/TD"),
    RECEIPT("01/BL"),
    LOAN_BOOK("SVV"),
    DUE_LIST("DSDH");

    private final String number;

    FormCode(String number) {
        this.number = number;
    }

    /** As in the form's corner: {@code 13/TD}. */
    public String number() {
        return number;
    }

    /** As in addresses and names of files: {@code 13-td}. */
    public String slug() {
        return number.toLowerCase(Locale.ROOT).replace('/', '-');
    }

    /** The form of an address's word. */
    public static Optional<FormCode> of(String slug) {
        return Arrays.stream(values()).filter(each -> each.slug().equals(slug)).findFirst();
    }
}
