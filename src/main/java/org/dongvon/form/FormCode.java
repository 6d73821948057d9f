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
    JOB_APPRAISAL("05b/GQVL"),
    USE_CHECK("06/TD"),
    CREDIT_CONTRACT("07b/GQVL"),
    INSTALMENT_REQUEST("08/TD"),
    EXTENSION_REQUEST("09/TD"),
    FOUNDING_MINUTES("10/TD"),
    REVIEW_MINUTES("10C/TD"),
    GROUP_CONTRACT("11/TD"),
    COLLECTION_SHEET("13/TD"),
    OVERDUE_NOTICE("14/TD"),
    RECONCILIATION("15/TD"),
    GROUP_INSPECTION("16/TD"),
    RECEIPT("01/BL"),
    ACCOUNT_REGISTRATION("01/TGTV"),
    LOAN_BOOK("SVV"),
    SAVINGS_BOOK("STG"),
    TRANSFER_REQUEST("GNCK"),
    DUE_LIST("DSDH"),
    MEETING_MINUTES("BBGB"),
    RISK_REQUEST("01/XLN"),
    RISK_MINUTES("02/XLN"),
    FREEZE_LIST("04/XLN"),
    WRITE_OFF_LIST("05/XLN");

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
